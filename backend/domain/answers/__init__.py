"""Answers of people: which questions are asked, what is wrong, and what typed words mean. All pure."""

from backend.domain.answers._check import Problem, check
from backend.domain.answers._shown import Shown, shown
from backend.domain.answers._typed import from_typed

__all__ = ["Problem", "Shown", "check", "from_typed", "shown"]
