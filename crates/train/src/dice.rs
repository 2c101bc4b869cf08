//! Numbers that look thrown and are the same at every training.

/// Knuth's linear congruential generator; the high bits are the good ones.
pub struct Dice(u64);

impl Dice {
    /// Each offset throws other numbers.
    pub fn new(offset: u64) -> Dice {
        Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_add(offset))
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count.max(1)
    }

    /// The numbers below `count`, mixed.
    pub fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}
