/** Read the page aloud by the phone's own voice, where it has one for the page's language. */
import { ref } from '../page/refs.ts';
import { splitForSpeech } from '../page/split-for-speech.ts';
import { showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';

/** Stays hidden without a voice on the phone itself: other voices would send the text away. */
export function startReadAloud(box: HTMLElement): void {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const toggle = ref(box, 'read-aloud.toggle');
  const offer = () => {
    box.hidden = !ownVoice(speech);
  };
  offer();
  speech.addEventListener?.('voiceschanged', offer);
  showState(toggle, 'quiet');
  toggle.addEventListener('click', () => {
    const speaking = speech.speaking;
    speech.cancel();
    showState(toggle, 'quiet');
    if (!speaking) speak(speech, toggle);
  });
  addEventListener('pagehide', () => speech.cancel());
}

function speak(speech: SpeechSynthesis, toggle: HTMLElement): void {
  const voice = ownVoice(speech);
  const pieces = visibleTexts().flatMap(splitForSpeech);
  pieces.forEach((piece, index) => {
    const spoken = new SpeechSynthesisUtterance(piece);
    spoken.lang = pageLanguage();
    spoken.voice = voice ?? null;
    if (index === pieces.length - 1) spoken.onend = () => showState(toggle, 'quiet');
    speech.speak(spoken);
  });
  if (pieces.length > 0) showState(toggle, 'speaking');
}

function visibleTexts(): string[] {
  const marked = Array.from(document.querySelectorAll<HTMLElement>('[data-read]'));
  const shown = marked.filter((element) => !element.closest('[hidden]'));
  // innerText and not textContent: what is not shown must not be read.
  return shown.map((element) => element.innerText);
}

function ownVoice(speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const language = pageLanguage();
  return speech
    .getVoices()
    .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}
