//! Critical sections: external interrupts are off while one runs.
//!
//! Not here: who needs them.

use core::arch::asm;
use critical_section::{Impl, RawRestoreState, set_impl};

/// External interrupts are on.
const MSR_EE: u32 = 0x8000;

struct Interrupts;
set_impl!(Interrupts);

fn msr() -> usize {
    let msr;
    // SAFETY: reading the state of the machine changes nothing.
    unsafe { asm!("mfmsr {0}", out(reg) msr, options(nomem, nostack, preserves_flags)) };
    msr
}

fn set_msr(msr: usize) {
    // SAFETY: only the bit for external interrupts differs from what was there.
    unsafe {
        #[cfg(target_pointer_width = "32")]
        asm!("mtmsr {0}", "isync", in(reg) msr, options(nostack, preserves_flags));
        #[cfg(target_pointer_width = "64")]
        asm!("mtmsrd {0}", "isync", in(reg) msr, options(nostack, preserves_flags));
    }
}

// SAFETY: there is one processor; with its interrupts off nothing else runs until `release`.
unsafe impl Impl for Interrupts {
    // SAFETY: as above.
    unsafe fn acquire() -> RawRestoreState {
        let before = msr();
        set_msr(before & !(MSR_EE as usize));
        before as u32 & MSR_EE
    }

    // SAFETY: as above; given what `acquire` gave.
    unsafe fn release(before: RawRestoreState) {
        set_msr(msr() | before as usize);
    }
}
