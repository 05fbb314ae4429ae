//! The spanning tree of network simplex: which lines are in it, what cutting each would bring, who lies below whom.
//!
//! Owns: the tight tree, cut values, the numbering by `low` and `lim` (Gansner and others 1993, section 2.4). Must not
//! know: how many pivots are made.

use super::Span;
use crate::layered::rows::Rows;
use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap},
};

/// No line: the root's.
const NONE: u32 = u32::MAX;

pub(super) struct Tree<'a> {
    spans: &'a [Span],
    /// The lines at each node.
    at: Rows,
    /// The lines at each node that are in the tree.
    branches: Vec<Vec<u32>>,
    lines: Vec<u32>,
    /// What the total would grow by if the line's ends were drawn apart by one; below zero is worth a pivot.
    cut: Vec<i64>,
    /// The line to the node above.
    parent: Vec<u32>,
    /// Numbers in postorder: those of the nodes below `node` run from `low` to `lim`, its own.
    low: Vec<u32>,
    lim: Vec<u32>,
    by_lim: Vec<u32>,
}

impl<'a> Tree<'a> {
    /// A spanning tree of tight lines, made by moving what is spanned so far toward the nearest node that is not.
    pub(super) fn tight(spans: &'a [Span], layer: &mut [i32]) -> Self {
        let nodes = layer.len();
        let ends =
            spans.iter().enumerate().flat_map(|(line, span)| [(span.tail, line as u32), (span.head, line as u32)]);
        let mut tree = Self {
            spans,
            at: Rows::new(nodes, ends),
            branches: vec![Vec::new(); nodes],
            lines: Vec::with_capacity(nodes - 1),
            cut: vec![0; spans.len()],
            parent: vec![NONE; nodes],
            low: vec![0; nodes],
            lim: vec![0; nodes],
            by_lim: vec![0; nodes],
        };
        tree.span_tightly(layer);
        tree.number(0, NONE, 0);
        tree.cut_all();
        tree
    }

    fn span_tightly(&mut self, layer: &mut [i32]) {
        // Lines that leave the tree and lines that enter it, by slack when the tree has moved by 0 in all.
        let mut borders = [BinaryHeap::new(), BinaryHeap::new()];
        let mut moved = 0;
        let mut spanned = vec![false; layer.len()];
        let mut joins = Some(0_u32);
        while let Some(node) = joins {
            spanned[node as usize] = true;
            layer[node as usize] -= moved;
            for &line in self.at.of(node) {
                let span = self.spans[line as usize];
                let other = if span.tail == node { span.head } else { span.tail };
                if spanned[other as usize] {
                    continue;
                }
                let (tail, head) = if span.tail == node { (moved, 0) } else { (0, moved) };
                let slack = (layer[span.head as usize] + head) - (layer[span.tail as usize] + tail) - span.min;
                let side = usize::from(span.tail != node);
                borders[side].push(Reverse((if side == 0 { slack + moved } else { slack - moved }, line, other)));
            }
            joins = None;
            while joins.is_none() {
                for border in &mut borders {
                    while border.peek().is_some_and(|Reverse((_, _, other))| spanned[*other as usize]) {
                        border.pop();
                    }
                }
                let slack = |side: usize| {
                    borders[side].peek().map(|Reverse((key, _, _))| if side == 0 { key - moved } else { key + moved })
                };
                let side = match (slack(0), slack(1)) {
                    (None, None) => break,
                    (Some(out), Some(into)) => usize::from(into < out),
                    (out, _) => usize::from(out.is_none()),
                };
                let by = slack(side).unwrap_or(0);
                moved += if side == 0 { by } else { -by };
                if let Some(Reverse((_, line, other))) = borders[side].pop() {
                    self.add(line);
                    joins = Some(other);
                }
            }
        }
        layer.iter_mut().zip(&spanned).filter(|(_, spanned)| **spanned).for_each(|(layer, _)| *layer += moved);
    }

    fn add(&mut self, line: u32) {
        let span = self.spans[line as usize];
        self.lines.push(line);
        self.branches[span.tail as usize].push(line);
        self.branches[span.head as usize].push(line);
    }

    fn other(&self, line: u32, node: u32) -> u32 {
        let span = self.spans[line as usize];
        if span.tail == node { span.head } else { span.tail }
    }

    /// Numbers what lies below `root` in postorder, from `next` on.
    fn number(&mut self, root: u32, parent: u32, mut next: u32) {
        let mut path = vec![(root, 0_usize)];
        self.parent[root as usize] = parent;
        self.low[root as usize] = next;
        while let Some(step) = path.last_mut() {
            let node = step.0;
            let branch = self.branches[node as usize].get(step.1).copied();
            step.1 += 1;
            match branch {
                Some(line) if line == self.parent[node as usize] => {}
                Some(line) => {
                    let below = self.other(line, node);
                    self.parent[below as usize] = line;
                    self.low[below as usize] = next;
                    path.push((below, 0));
                }
                None => {
                    self.lim[node as usize] = next;
                    self.by_lim[next as usize] = node;
                    next += 1;
                    path.pop();
                }
            }
        }
    }

    /// The cut value of a tree line is what its tail's side gives to the rest beyond what it takes from there, and inside a
    /// side giving and taking cancel: so it is a sum over nodes, gathered from the leaves up.
    fn cut_all(&mut self) {
        let mut gives = vec![0_i64; self.parent.len()];
        for span in self.spans {
            gives[span.tail as usize] += i64::from(span.weight);
            gives[span.head as usize] -= i64::from(span.weight);
        }
        for index in 0..self.by_lim.len() {
            let node = self.by_lim[index];
            let line = self.parent[node as usize];
            if line != NONE {
                let below = gives[node as usize];
                self.cut[line as usize] = if self.spans[line as usize].tail == node { below } else { -below };
                gives[self.other(line, node) as usize] += below;
            }
        }
    }

    /// A tree line with a negative cut value, the most negative of the next few.
    pub(super) fn leaving(&self, cursor: &mut usize, candidates: usize) -> Option<u32> {
        let count = self.lines.len();
        let (mut best, mut found) = (None, 0);
        for step in 0..count {
            let index = (*cursor + step) % count;
            let line = self.lines[index];
            if self.cut[line as usize] < 0 {
                found += 1;
                if best.is_none_or(|best: u32| self.cut[line as usize] < self.cut[best as usize]) {
                    best = Some(line);
                }
                if found == candidates {
                    *cursor = (index + 1) % count;
                    break;
                }
            }
        }
        best
    }

    /// The end of a tree line that lies below its other end.
    fn lower(&self, line: u32) -> u32 {
        let span = self.spans[line as usize];
        if self.lim[span.tail as usize] < self.lim[span.head as usize] { span.tail } else { span.head }
    }

    fn is_below(&self, node: u32, root: u32) -> bool {
        (self.low[root as usize]..=self.lim[root as usize]).contains(&self.lim[node as usize])
    }

    /// The tightest line that leads from the head's side of a tree line back to its tail's side.
    pub(super) fn entering(&self, leaving: u32, layer: &[i32]) -> Option<u32> {
        let root = self.lower(leaving);
        let outward = self.spans[leaving as usize].head == root;
        let mut best: Option<(i32, u32)> = None;
        for &node in &self.by_lim[self.low[root as usize] as usize..=self.lim[root as usize] as usize] {
            for &line in self.at.of(node) {
                let span = &self.spans[line as usize];
                let (inner, outer) = if outward { (span.tail, span.head) } else { (span.head, span.tail) };
                if inner == node && !self.is_below(outer, root) {
                    let slack = span.slack(layer);
                    if best.is_none_or(|best| (slack, line) < best) {
                        best = Some((slack, line));
                    }
                }
            }
            if best.is_some_and(|best| best.0 == 0) {
                break;
            }
        }
        best.map(|best| best.1)
    }

    /// Puts one line into the tree for another, and the layers of one side where the new one is tight.
    pub(super) fn pivot(&mut self, leaving: u32, entering: u32, layer: &mut [i32]) {
        let root = self.lower(leaving);
        let slack = self.spans[entering as usize].slack(layer);
        let by = if self.spans[leaving as usize].tail == root { -slack } else { slack };
        for &node in &self.by_lim[self.low[root as usize] as usize..=self.lim[root as usize] as usize] {
            layer[node as usize] += by;
        }
        let cut = self.cut[leaving as usize];
        let Span { tail, head, .. } = self.spans[entering as usize];
        let above = self.recut(tail, head, cut, true);
        self.recut(head, tail, cut, false);
        self.cut[entering as usize] = -cut;
        self.cut[leaving as usize] = 0;
        self.exchange(leaving, entering);
        self.number(above, self.parent[above as usize], self.low[above as usize]);
    }

    /// Corrects the cut values from a node up to where another lies below too; answers which node that is.
    fn recut(&mut self, from: u32, to: u32, cut: i64, forward: bool) -> u32 {
        let mut node = from;
        while !self.is_below(to, node) {
            let line = self.parent[node as usize];
            let along = (self.spans[line as usize].tail == node) == forward;
            self.cut[line as usize] += if along { cut } else { -cut };
            node = self.other(line, node);
        }
        node
    }

    fn exchange(&mut self, leaving: u32, entering: u32) {
        let ends: BTreeSet<u32> = [self.spans[leaving as usize].tail, self.spans[leaving as usize].head].into();
        for node in ends {
            self.branches[node as usize].retain(|&line| line != leaving);
        }
        if let Some(place) = self.lines.iter().position(|&line| line == leaving) {
            self.lines.swap_remove(place);
        }
        self.add(entering);
    }
}
