/** What the phone needs of a form to judge answers: no words, as the server's `rules_of` gives it. */

/** An expression as the server parsed it: ["and", …], ["field", "id"], ["text", "…"], ["number", 1], ["this"]. */
export type Tree = readonly [string, ...(Tree | string | number)[]];

export type FieldType =
  | 'text'
  | 'multiline'
  | 'integer'
  | 'date'
  | 'partial_date'
  | 'phone'
  | 'personal_id'
  | 'choice'
  | 'choices'
  | 'yes_no'
  | 'address'
  | 'attachment'
  | 'note';

export interface FieldRules {
  readonly id: string;
  readonly type: FieldType;
  readonly section: string;
  readonly required?: boolean | Tree;
  readonly show_if?: Tree;
  readonly rules?: readonly Tree[];
  readonly options?: readonly string[];
  /** Always there for text, multiline and address. */
  readonly max_length?: number;
}

export interface SectionRules {
  readonly id: string;
  readonly show_if?: Tree;
}

export interface Roles {
  readonly name: string;
  readonly phone?: string;
}

export interface FormRules {
  readonly id: string;
  readonly version: number;
  readonly sections: readonly SectionRules[];
  readonly fields: readonly FieldRules[];
  readonly applicant: Roles;
  readonly subject: Roles;
  readonly relation?: string;
  readonly consents: readonly { readonly purpose: string; readonly text_version: string }[];
}

/** One flat object by field id; missing is absent, never null or empty. */
export type Answers = Readonly<Record<string, unknown>>;

export type PaperAnswer = 'have' | 'not_yet' | 'cannot_get' | 'not_applicable' | 'need_help';

export interface Paper {
  readonly answer: PaperAnswer;
  readonly files: readonly string[];
}

/** What a person says of each declared paper, by the id of its attachment field. */
export type Papers = Readonly<Record<string, Paper>>;

export type ProblemCode =
  | 'unknown_field'
  | 'not_shown'
  | 'wrong_type'
  | 'too_long'
  | 'control_characters'
  | 'not_nfc'
  | 'wrong_length'
  | 'not_a_date'
  | 'not_an_option'
  | 'required'
  | 'rule';

/** What is wrong with one field; at most one for each. `params` holds numbers only, nothing typed. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  /** too_long {max}; wrong_length {digits}; not_a_date {year_digits} unless they are four; rule {rule: place in the field's rules}. */
  readonly params: Readonly<Record<string, number>>;
}
