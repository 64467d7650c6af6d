# Start and traps of a 64-bit machine in real mode, ELF version 1. The entry is at 0x100.
#
# _start      MSR, time of the start, paint of the stack, zeros in .bss, then threadsnake_entry(time)
# vectors     all registers to threadsnake_registers, then threadsnake_trap on a stack of its own

    .section .vectors, "ax"
    .macro vector number
    .org \number
    mtspr 272, 1                        # SPRG0
    mtspr 273, 3                        # SPRG1
    li 3, \number
    b trap_enter
    .endm

    .org 0x100
    b _start
    vector 0x200
    vector 0x300
    vector 0x380
    vector 0x400
    vector 0x480
    vector 0x500
    vector 0x600
    vector 0x700
    vector 0x800
    vector 0x900
    vector 0xc00
    vector 0xd00
    vector 0xf00
    vector 0xf20
    vector 0x1300
    .org 0x1400

    .macro set_msr
    li 3, 1
    sldi 3, 3, 63                       # 64 bit
    oris 3, 3, 0x0200                   # VMX
    ori 3, 3, 0x2000                    # floating point
    mtmsrd 3
    isync
    .endm

    .section .text.start, "ax"
    .globl _start
_start:
    set_msr
    mftb 14

    lis 4, __stack_bottom@ha
    addi 4, 4, __stack_bottom@l
    lis 5, __stack_blocks@ha
    addi 5, 5, __stack_blocks@l
    mtctr 5
    lis 6, 0x5aa5
    ori 6, 6, 0x5aa5
    sldi 7, 6, 32
    or 6, 6, 7
2:  std 6, 0(4)
    std 6, 8(4)
    std 6, 16(4)
    std 6, 24(4)
    std 6, 32(4)
    std 6, 40(4)
    std 6, 48(4)
    std 6, 56(4)
    addi 4, 4, 64
    bdnz 2b

    lis 4, __bss_start@ha
    addi 4, 4, __bss_start@l
    lis 5, __bss_words@ha
    addi 5, 5, __bss_words@l
    cmpwi 5, 0
    beq 4f
    mtctr 5
    li 0, 0
    addi 4, 4, -4
3:  stwu 0, 4(4)
    bdnz 3b

4:  lis 1, __stack_top@ha
    addi 1, 1, __stack_top@l
    li 0, 0
    stdu 0, -128(1)
    lis 2, .TOC.@ha
    addi 2, 2, .TOC.@l
    mr 3, 14
    bl threadsnake_entry
    nop
5:  b 5b

trap_enter:
    mtspr 274, 3                        # SPRG2
    lis 3, threadsnake_registers@ha
    addi 3, 3, threadsnake_registers@l
    std 0, 0(3)
    std 2, 16(3)
    .irp n, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
    std \n, (8 * \n)(3)
    .endr
    mfspr 0, 272
    std 0, 8(3)
    mfspr 0, 273
    std 0, 24(3)
    mfspr 0, 26                         # SRR0
    std 0, 256(3)
    mfspr 0, 27                         # SRR1
    std 0, 264(3)
    mflr 0
    std 0, 272(3)
    mfcr 0
    std 0, 280(3)
    mfctr 0
    std 0, 288(3)
    mfxer 0
    std 0, 296(3)
    mfspr 0, 18                         # DSISR
    std 0, 304(3)
    mfspr 0, 19                         # DAR
    std 0, 312(3)
    mfspr 0, 274
    std 0, 320(3)
    set_msr
    lis 1, __trap_stack_top@ha
    addi 1, 1, __trap_stack_top@l
    li 0, 0
    stdu 0, -128(1)
    lis 2, .TOC.@ha
    addi 2, 2, .TOC.@l
    bl threadsnake_trap
    nop
6:  b 6b
