//! Reads a formula. Bounded before it begins, so that no hostile text can exhaust the stack.

use winnow::ascii::{digit1, multispace0};
use winnow::combinator::{alt, cut_err, delimited, eof, not, opt, peek, preceded, repeat, terminated};
use winnow::error::{ContextError, ErrMode, StrContext, StrContextValue};
use winnow::prelude::*;
use winnow::stream::LocatingSlice;
use winnow::token::{one_of, take_while};

use super::{DEPTH_MAX, Formula, FormulaError, LENGTH_MAX, Operator};
use crate::Key;

type Input<'a> = LocatingSlice<&'a str>;
type Read<T> = Result<T, ErrMode<ContextError>>;

pub(super) fn formula(text: &str) -> Result<Formula, FormulaError> {
    let length = text.chars().count();
    if length > LENGTH_MAX {
        return Err(FormulaError::TooLong(length));
    }
    if depth(text) > DEPTH_MAX {
        return Err(FormulaError::TooDeep);
    }
    let end = eof.context(expected("a sign (+ - * /) or the end"));
    terminated(sum, (multispace0, end)).parse(LocatingSlice::new(text)).map_err(|error| {
        let at = error.offset();
        let rest = text.get(at..).unwrap_or_default();
        let found = rest.chars().next().map_or_else(|| "the end".to_owned(), |found| format!("'{found}'"));
        let words = |context: &StrContext| match context {
            StrContext::Expected(StrContextValue::Description(words)) => Some((*words).to_owned()),
            _ => None,
        };
        let expected = error.inner().context().find_map(words).unwrap_or_else(|| OPERAND.to_owned());
        FormulaError::Syntax { at: text.get(..at).map_or(0, |read| read.chars().count()) + 1, found, expected }
    })
}

const OPERAND: &str = "a metric's key, a number or (";

fn expected(words: &'static str) -> StrContext {
    StrContext::Expected(StrContextValue::Description(words))
}

/// How deep parentheses and signs in a row can make the expression, counted from above.
fn depth(text: &str) -> usize {
    let (mut open, mut signs, mut deepest) = (0_usize, 0_usize, 0_usize);
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            '(' => open += 1,
            ')' => open = open.saturating_sub(1),
            _ => {}
        }
        signs = if matches!(letter, '-' | '−') { signs + 1 } else { 0 };
        deepest = deepest.max(open + signs);
    }
    deepest
}

fn sum(input: &mut Input<'_>) -> Read<Formula> {
    let first = product.parse_next(input)?;
    let sign = padded(alt(('+'.value(Operator::Plus), one_of(['-', '−']).value(Operator::Minus))));
    rest(first, sign, product).parse_next(input)
}

fn product(input: &mut Input<'_>) -> Read<Formula> {
    let first = operand.parse_next(input)?;
    let sign = padded(alt((one_of(['*', '×']).value(Operator::Times), one_of(['/', '÷']).value(Operator::Over))));
    rest(first, sign, operand).parse_next(input)
}

/// More operands of the same tightness, taken from the left.
fn rest<'a>(
    first: Formula,
    sign: impl Parser<Input<'a>, Operator, ErrMode<ContextError>>,
    operand: fn(&mut Input<'a>) -> Read<Formula>,
) -> impl Parser<Input<'a>, Formula, ErrMode<ContextError>> {
    repeat(0.., (sign, cut_err(operand)))
        .fold(move || first.clone(), |left, (operator, right)| Formula::Two(Box::new(left), operator, Box::new(right)))
}

fn operand(input: &mut Input<'_>) -> Read<Formula> {
    let minus = preceded(one_of(['-', '−']), cut_err(operand)).map(|inner| Formula::Minus(Box::new(inner)));
    let group = delimited('(', cut_err(sum), cut_err(padded(')')).context(expected("a sign (+ - * /) or )")));
    preceded(multispace0, alt((minus, group, number, list, part))).context(expected(OPERAND)).parse_next(input)
}

fn number(input: &mut Input<'_>) -> Read<Formula> {
    (digit1, opt(('.', digit1)))
        .take()
        .verify_map(|digits: &str| digits.parse().ok().filter(|number: &f64| number.is_finite()).map(Formula::Number))
        .parse_next(input)
}

fn part(input: &mut Input<'_>) -> Read<Formula> {
    word.verify_map(|word: &str| Key::parse(word).ok().map(Formula::Part)).parse_next(input)
}

fn list(input: &mut Input<'_>) -> Read<Formula> {
    let name = terminated(alt(("min", "max")), (multispace0, '(')).parse_next(input)?;
    let first = cut_err(sum).parse_next(input)?;
    let rest = repeat(0.., preceded(padded(','), cut_err(sum)));
    let all = rest.fold(
        move || vec![first.clone()],
        |mut all, one| {
            all.push(one);
            all
        },
    );
    let all = terminated(all, cut_err(padded(')')).context(expected("a comma or )"))).parse_next(input)?;
    Ok(if name == "min" { Formula::Min(all) } else { Formula::Max(all) })
}

fn word<'a>(input: &mut Input<'a>) -> Read<&'a str> {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    preceded(peek(not(one_of(|c: char| c.is_ascii_digit()))), take_while(1.., letter)).parse_next(input)
}

fn padded<'a, T>(
    inner: impl Parser<Input<'a>, T, ErrMode<ContextError>>,
) -> impl Parser<Input<'a>, T, ErrMode<ContextError>> {
    delimited(multispace0, inner, multispace0)
}
