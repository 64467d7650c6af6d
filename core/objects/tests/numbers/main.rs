//! Tests of numbers: tables made with CPython (`data/make.py`) and laws that hold for all numbers.

mod bigint_laws;
mod bigint_tables;
mod number_tables;
mod support;
