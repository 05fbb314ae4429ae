//! Who crosses nobody stands by kind.

use super::Table;

/// Rings of more nodes than this are not tried in every turn of kinds.
const MANY: usize = 600;

impl Table<'_> {
    /// Nodes whose only line, if any, leads to the center change places among themselves until kinds stand together:
    /// that crosses nothing anew, as the same places keep the same lines.
    pub(super) fn gather_kinds(&mut self) {
        for ring in 0..self.order.rings.len() {
            for lines in [0, 1] {
                self.gather(ring, lines);
            }
        }
    }

    fn gather(&mut self, ring: usize, lines: usize) {
        let nodes = self.order.rings[ring].clone();
        let block = |place: usize| self.scene.block[nodes[place] as usize];
        let count = nodes.len();
        let alone = |place: usize| {
            (count == 1 || block((place + 1) % count) != block(place))
                && (block((place + count - 1) % count) != block(place))
        };
        let plain = |&place: &usize| {
            let node = nodes[place];
            self.web.of(node).len() == lines
                && !self.web.is_linked(node)
                && self.scene.nodes[node as usize].group.is_none()
        };
        let places: Vec<usize> = (0..count).filter(plain).filter(|&place| alone(place)).collect();
        let mut sorted: Vec<u32> = places.iter().map(|&place| nodes[place]).collect();
        sorted.sort_by_key(|&node| self.scene.rank[node as usize]);
        if places.len() < 2 {
            return;
        }
        let kind = |node: u32| self.scene.nodes[node as usize].kind;
        let turned = |turn: usize| {
            let mut all = nodes.clone();
            places.iter().enumerate().for_each(|(index, &place)| all[place] = sorted[(index + turn) % sorted.len()]);
            all
        };
        let changes = |turn: usize| {
            let all = turned(turn);
            (0..count).filter(|&place| kind(all[place]) != kind(all[(place + 1) % count])).count()
        };
        let turns = if count > MANY { 1 } else { places.len() };
        let best = (0..turns).map(|turn| (changes(turn), turn)).min().map_or(0, |(_, turn)| turn);
        self.order.rings[ring] = turned(best);
        self.put_ring(ring);
    }
}
