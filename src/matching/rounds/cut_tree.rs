//! Cut trees: for every two points of a graph, a least cut between them.

/// The parent of each point in a cut tree with root 0 (Gusfield, 1990): taking the edge above a point away splits the points as a least cut
/// between the point and its parent does. `arcs` are (point, point, capacity) without a direction.
pub(super) fn cut_tree(points: usize, arcs: &[(u32, u32, i64)]) -> Vec<u32> {
    let mut flow = Flow::new(points, arcs);
    let mut parent = vec![0_u32; points];
    for point in 1..points {
        let above = parent[point];
        let side = flow.least_cut(point, above as usize);
        for other in 0..points {
            if other != point && side[other] && parent[other] == above {
                parent[other] = point as u32;
            }
        }
        // The parent of the root is the root itself, which is never on the side of a point below it.
        if side[parent[above as usize] as usize] {
            parent[point] = parent[above as usize];
            parent[above as usize] = point as u32;
        }
    }
    parent
}

struct Flow<'a> {
    arcs: &'a [(u32, u32, i64)],
    /// Arcs at each point: (arc, other point, whether along the arc).
    near: Vec<Vec<(u32, u32, bool)>>,
    /// What flows along each arc, below zero when it flows against it.
    flow: Vec<i64>,
}

impl<'a> Flow<'a> {
    fn new(points: usize, arcs: &'a [(u32, u32, i64)]) -> Self {
        let mut near = vec![Vec::new(); points];
        for (number, (a, b, _)) in arcs.iter().enumerate() {
            near[*a as usize].push((number as u32, *b, true));
            near[*b as usize].push((number as u32, *a, false));
        }
        Flow { arcs, near, flow: vec![0; arcs.len()] }
    }

    fn left(&self, arc: u32, along: bool) -> i64 {
        let (capacity, flow) = (self.arcs[arc as usize].2, self.flow[arc as usize]);
        if along { capacity - flow } else { capacity + flow }
    }

    /// The side of `from` in a least cut towards `to`, by shortest augmenting paths (Edmonds and Karp, 1972).
    fn least_cut(&mut self, from: usize, to: usize) -> Vec<bool> {
        self.flow.fill(0);
        loop {
            let mut came: Vec<Option<(u32, u32, bool)>> = vec![None; self.near.len()];
            let mut seen = vec![false; self.near.len()];
            seen[from] = true;
            let mut queue = vec![from as u32];
            let mut next = 0;
            while next < queue.len() && !seen[to] {
                let at = queue[next];
                next += 1;
                for (arc, other, along) in &self.near[at as usize] {
                    if !seen[*other as usize] && self.left(*arc, *along) > 0 {
                        seen[*other as usize] = true;
                        came[*other as usize] = Some((*arc, at, *along));
                        queue.push(*other);
                    }
                }
            }
            if !seen[to] {
                return seen;
            }
            self.send(to, &came);
        }
    }

    fn send(&mut self, to: usize, came: &[Option<(u32, u32, bool)>]) {
        let mut path = Vec::new();
        let mut at = to;
        while let Some((arc, before, along)) = came[at] {
            path.push((arc, along));
            at = before as usize;
        }
        let amount = path.iter().map(|(arc, along)| self.left(*arc, *along)).min().unwrap_or(0);
        for (arc, along) in path {
            self.flow[arc as usize] += if along { amount } else { -amount };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_splits_as_least_cuts_do() {
        // Two tight groups, 1-2-3 and 4-5, joined by a thin arc, and everything thinly to 0.
        let arcs = [(1, 2, 9), (2, 3, 9), (1, 3, 9), (4, 5, 9), (3, 4, 1), (0, 1, 2), (0, 5, 3)];
        let parent = cut_tree(6, &arcs);
        let below = |top: u32| -> Vec<u32> {
            let above = |mut at: u32| {
                while at != 0 && at != top {
                    at = parent[at as usize];
                }
                at == top
            };
            (1..6).filter(|at| above(*at)).collect()
        };
        let sides: Vec<Vec<u32>> = (1..6).map(below).collect();
        assert!(sides.contains(&vec![1, 2, 3]), "{sides:?}");
        assert!(sides.contains(&vec![4, 5]) || sides.contains(&vec![1, 2, 3, 4, 5]), "{sides:?}");
    }
}
