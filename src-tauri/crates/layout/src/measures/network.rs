//! The input of every measure: nodes by number and lines between them, in compressed rows.

use thiserror::Error;

/// How a measure reads the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// From the first node of a line to its second.
    Directed,
    /// Either way.
    Undirected,
}

/// Why a network cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NetworkError {
    /// A line ends at a node that does not exist.
    #[error(
        "Line {line} (counted from 0) ends at node {node}, but the network has {node_count} nodes, numbered from 0: \
         name an existing node or raise the count."
    )]
    NoSuchNode {
        /// Which line, counted from 0.
        line: usize,
        /// The number it names.
        node: u32,
        /// How many nodes there are.
        node_count: usize,
    },
    /// More nodes or lines than numbers to name them.
    #[error(
        "The network has {node_count} nodes and {line_count} lines, and at most {} of each can be measured: measure a \
         part of it.",
        Network::MOST
    )]
    TooLarge {
        /// How many nodes there are.
        node_count: usize,
        /// How many lines there are.
        line_count: usize,
    },
}

/// Nodes `0..node_count` and the lines between them, each pair of nodes at most once in each direction.
#[derive(Clone, Debug)]
pub struct Network {
    out: Rows,
    into: Rows,
    both: Rows,
}

impl Network {
    /// The most nodes, and the most lines.
    pub const MOST: usize = 1 << 30;

    /// A network of `node_count` nodes and of directed lines. A symmetric line is given once in each direction.
    /// Repeated lines and lines from a node to itself are left out.
    pub fn new(node_count: usize, lines: &[(u32, u32)]) -> Result<Self, NetworkError> {
        if node_count > Self::MOST || lines.len() > Self::MOST {
            return Err(NetworkError::TooLarge { node_count, line_count: lines.len() });
        }
        for (line, &(from, to)) in lines.iter().enumerate() {
            let node = from.max(to);
            if node as usize >= node_count {
                return Err(NetworkError::NoSuchNode { line, node, node_count });
            }
        }
        let mut out: Vec<(u32, u32)> = lines.iter().copied().filter(|(from, to)| from != to).collect();
        out.sort_unstable();
        out.dedup();
        let mut into: Vec<(u32, u32)> = out.iter().map(|&(from, to)| (to, from)).collect();
        into.sort_unstable();
        let mut both = [out.as_slice(), into.as_slice()].concat();
        both.sort_unstable();
        both.dedup();
        Ok(Self {
            out: Rows::new(node_count, &out),
            into: Rows::new(node_count, &into),
            both: Rows::new(node_count, &both),
        })
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.both.starts.len() - 1
    }

    /// How many different lines there are: pairs in their direction, or pairs whatever their direction.
    pub fn line_count(&self, reading: Reading) -> usize {
        match reading {
            Reading::Directed => self.out.ends.len(),
            Reading::Undirected => self.both.ends.len() / 2,
        }
    }

    /// The nodes that `node` has a line to, ascending.
    pub fn next(&self, node: u32, reading: Reading) -> &[u32] {
        self.forward(reading).of(node)
    }

    pub(super) fn forward(&self, reading: Reading) -> &Rows {
        match reading {
            Reading::Directed => &self.out,
            Reading::Undirected => &self.both,
        }
    }

    pub(super) fn backward(&self, reading: Reading) -> &Rows {
        match reading {
            Reading::Directed => &self.into,
            Reading::Undirected => &self.both,
        }
    }
}

/// The neighbors of each node, one row after the other, each ascending.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Rows {
    /// From pairs sorted by their first node, then their second.
    pub(super) fn new(node_count: usize, sorted: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; node_count + 1];
        for &(from, _) in sorted {
            starts[from as usize + 1] += 1;
        }
        for node in 0..node_count {
            starts[node + 1] += starts[node];
        }
        Self { starts, ends: sorted.iter().map(|&(_, to)| to).collect() }
    }

    /// The same rows for nodes that are numbered by their place in `order`.
    pub(super) fn renumbered(&self, order: &[u32]) -> Self {
        let mut places = vec![0; order.len()];
        for (place, &node) in order.iter().enumerate() {
            places[node as usize] = place as u32;
        }
        let (mut starts, mut ends) = (vec![0], Vec::with_capacity(self.ends.len()));
        for &node in order {
            let first = ends.len();
            ends.extend(self.of(node).iter().map(|&next| places[next as usize]));
            ends[first..].sort_unstable();
            starts.push(ends.len() as u32);
        }
        Self { starts, ends }
    }

    pub(super) fn of(&self, node: u32) -> &[u32] {
        let node = node as usize;
        &self.ends[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    pub(super) fn node_count(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Every node of a network of `count` nodes.
pub(super) fn nodes(count: usize) -> std::ops::Range<u32> {
    0..count as u32
}
