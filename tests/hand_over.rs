//! From one pair of hands to the next: asked and taken, what comes back, how often, and who checks.

mod hops;
mod offers;
mod order;
mod told;
mod verifying;
