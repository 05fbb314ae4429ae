//! What position in a network means: who is central, who holds it together, who belongs together.
//!
//! Owns: the measures over a plain [`Network`], the same on every machine and, for communities, for a seed. Every
//! measure is iterative and finite for any input. Must not know: what nodes and lines stand for, layouts, files.
//!
//! Lines between the same two nodes count once in each direction, and lines from a node to itself not at all: the
//! measures ask who is tied to whom. Figures agree with networkx's for the same graph.

mod betweenness;
mod communities;
mod cores;
mod cuts;
mod degree;
mod eigenvector;
mod gains;
mod network;
mod partition;
mod paths;
mod shuffle;
mod sigma;

pub use betweenness::{betweenness, most_betweenness};
pub use communities::{Communities, communities, modularity};
pub use cores::core_numbers;
pub use cuts::{Cuts, cuts};
pub use degree::{Degree, degrees, density, reciprocity};
pub use eigenvector::eigenvector;
pub use network::{Network, NetworkError, Reading};
pub use paths::{closeness, introduction_path, reach};
