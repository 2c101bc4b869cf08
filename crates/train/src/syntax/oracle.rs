//! What each move costs: how many arcs of the true tree can no longer be made after it (Goldberg and Nivre 2013, for the
//! arc-hybrid system).

use engine::training::{Move, State};

/// The cost of each move in a state, given the true heads.
pub fn costs(state: &State, heads: &[u16]) -> [u32; Move::COUNT] {
    let next = state.next;
    let waiting = |word: u16| word >= next;
    let mut costs = [0; Move::COUNT];
    let top = state.stack.last().copied();
    let below = state.stack.len().checked_sub(2).map(|at| state.stack[at]);
    // What hangs from the top among the words to come.
    let hanging = |head: u16| (next..state.count).filter(|&word| heads[word as usize] == head).count() as u32;
    if let Some(top) = top {
        let head = heads[top as usize];
        let lost = hanging(top);
        let elsewhere = Some(head) == below || waiting(head) && head != next;
        costs[Move::Left as usize] = lost + u32::from(elsewhere);
        costs[Move::Right as usize] = lost + u32::from(waiting(head));
    }
    if next < state.count {
        let head = heads[next as usize];
        let buried = state.stack.iter().rev().skip(1).filter(|&&word| word == head).count();
        let dependents = state.stack.iter().filter(|&&word| heads[word as usize] == next).count();
        costs[Move::Shift as usize] = (buried + dependents) as u32;
    }
    costs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_without_cost_leads_to_the_true_tree() {
        // "She saw a boat": the root is number 4.
        let heads = [1, 4, 3, 1];
        let mut state = State::default();
        state.begin(heads.len());
        while !state.is_done() {
            let costs = costs(&state, &heads);
            let free = Move::ALL.into_iter().find(|&step| state.allows(step) && costs[step as usize] == 0);
            state.make(free.expect("one move is free"));
        }
        assert_eq!(state.heads, heads);
    }
}
