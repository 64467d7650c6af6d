//! What natives owe for their work, and when they must give up.
//!
//! The machine counts instructions; a native adds to the same count what it does in one go, in steps of
//! about the cost of an instruction. Work that a script can make as long as it likes asks before it goes
//! on (`spend`); work that memory bounds is only added up (`charge`). The machine takes the sum over at
//! its next look (`Heap::ask` brings that about).
//!
//! A native gives up when the host interrupts, or when it has overdrawn the budget by more than the knob
//! `vm.overdraft-steps`. Then it leaves things as an exception would and answers with `Cx::given_up`.
//!
//! Not here: the budget itself (vm/machine.rs).

use crate::cx::{Cx, Exit, Outcome};
use crate::raise::{self, Part::S};
use crate::types;
use threadsnake_platform::Platform;

/// Steps between two questions to the host.
const LOOK_STEPS: u64 = 1 << 16;
/// Steps owed with which the machine is asked to look at once.
const ASK_STEPS: u64 = memconfig::vm::CHECK_INTERVAL as u64;

/// Limb steps that cost as much as a step.
const LIMB_STEPS: u32 = 4;
/// Limb steps that are passed on at a time.
const LIMBS_AT_ONCE: u32 = 1 << 12;

/// Why a native gave up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Refusal {
    Interrupt,
    Budget,
}

/// The count of one machine.
#[derive(Debug)]
pub struct Meter {
    /// Steps that the machine has not taken over yet.
    owed: u64,
    /// What may be owed before the host is asked again.
    look_at: u64,
    /// What may be owed at all.
    most: u64,
    refusal: Option<Refusal>,
    /// A native gave up for want of budget, and the machine has not stopped for it yet.
    exhausted: bool,
}

impl Meter {
    pub(crate) const NEW: Meter =
        Meter { owed: 0, look_at: LOOK_STEPS, most: u64::MAX, refusal: None, exhausted: false };

    /// The steps of the smaller unit that work on limbs is counted in.
    pub fn limbs<'m>(&'m mut self, platform: &'m mut dyn Platform) -> LimbSteps<'m> {
        LimbSteps { meter: self, platform, steps: 0 }
    }

    /// Adds steps; false when the work must end here.
    #[inline]
    fn spend(&mut self, platform: &mut dyn Platform, steps: u32) -> bool {
        self.owed = self.owed.saturating_add(u64::from(steps));
        self.owed < self.look_at || self.look(platform)
    }

    #[cold]
    fn look(&mut self, platform: &mut dyn Platform) -> bool {
        self.look_at = self.owed.saturating_add(LOOK_STEPS);
        if self.refusal.is_none() {
            if platform.take_interrupt() {
                self.refusal = Some(Refusal::Interrupt);
            } else if self.owed > self.most {
                self.refusal = Some(Refusal::Budget);
            }
        }
        self.refusal.is_none()
    }

    /// For the machine: is so much owed that it should look?
    #[inline]
    pub fn is_due(&self) -> bool {
        self.owed >= ASK_STEPS
    }

    /// For the machine: takes over what is owed, and says what may be owed from now on.
    pub fn settle(&mut self) -> u64 {
        self.look_at = LOOK_STEPS;
        core::mem::take(&mut self.owed)
    }

    /// For the machine: what may be owed until it looks next.
    pub fn allow(&mut self, most: u64) {
        self.most = most;
    }

    /// For the machine: has a native given up because the budget was used up?
    pub fn take_exhausted(&mut self) -> bool {
        core::mem::take(&mut self.exhausted)
    }
}

/// Counts work on limbs, which are several to a step.
pub struct LimbSteps<'m> {
    meter: &'m mut Meter,
    platform: &'m mut dyn Platform,
    steps: u32,
}

impl LimbSteps<'_> {
    /// Adds limb steps; false when the work must end here.
    #[inline]
    pub fn spend(&mut self, steps: u32) -> bool {
        self.steps = self.steps.saturating_add(steps);
        self.steps < LIMBS_AT_ONCE || self.pass_on()
    }

    #[cold]
    fn pass_on(&mut self) -> bool {
        let steps = self.steps / LIMB_STEPS;
        // What is left over waits: the sum must not depend on how many limbs a machine takes at once.
        self.steps %= LIMB_STEPS;
        self.meter.spend(self.platform, steps)
    }

    /// The steps that have not been passed on, for `Cx::charge`.
    pub fn rest(self) -> u32 {
        self.steps / LIMB_STEPS
    }
}

impl Cx<'_> {
    /// Adds steps of work that is done, or bounded by what there is in memory.
    #[inline]
    pub fn charge(&mut self, steps: u32) {
        self.meter.owed = self.meter.owed.saturating_add(u64::from(steps));
        if self.meter.owed >= ASK_STEPS {
            self.heap.ask();
        }
    }

    /// Adds steps of work that may go on for long; an exception when it must end here.
    #[inline]
    pub fn spend(&mut self, steps: u32) -> Outcome<()> {
        self.charge(steps);
        if self.meter.owed < self.meter.look_at || self.meter.look(self.platform) {
            Ok(())
        } else {
            Err(self.given_up())
        }
    }

    /// The exception of work that was told to end.
    #[cold]
    pub fn given_up(&mut self) -> Exit {
        self.heap.ask();
        match self.meter.refusal.take() {
            Some(Refusal::Budget) => {
                self.meter.exhausted = true;
                let message = "the budget was used up in the middle of an operation";
                raise::raise(self, types::TIMEOUT_ERROR, &[S(message)])
            }
            _ => raise::raise_bare(self, types::KEYBOARD_INTERRUPT),
        }
    }
}
