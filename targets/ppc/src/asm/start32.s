# Start and traps of a 32-bit machine in real mode. The board's reset jumps to _start.
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

    vector 0x100
    vector 0x200
    vector 0x300
    vector 0x400
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

    .section .text.start, "ax"
    .globl _start
_start:
    li 3, 0x3000                        # floating point and machine check on, vectors at 0
    mtmsr 3
    isync
1:  mftbu 13
    mftb 14
    mftbu 15
    cmpw 13, 15
    bne 1b

    lis 4, __stack_bottom@ha
    addi 4, 4, __stack_bottom@l
    lis 5, __stack_blocks@ha
    addi 5, 5, __stack_blocks@l
    mtctr 5
    lis 16, 0x5aa5
    ori 16, 16, 0x5aa5
    mr 17, 16
    mr 18, 16
    mr 19, 16
    mr 20, 16
    mr 21, 16
    mr 22, 16
    mr 23, 16
    mr 24, 16
    mr 25, 16
    mr 26, 16
    mr 27, 16
    mr 28, 16
    mr 29, 16
    mr 30, 16
    mr 31, 16
2:  stmw 16, 0(4)
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
    stwu 0, -16(1)
    lis 2, _SDA2_BASE_@ha
    addi 2, 2, _SDA2_BASE_@l
    mr 3, 13
    mr 4, 14
    lis 13, _SDA_BASE_@ha
    addi 13, 13, _SDA_BASE_@l
    bl threadsnake_entry
5:  b 5b

trap_enter:
    mtspr 274, 3                        # SPRG2
    lis 3, threadsnake_registers@ha
    addi 3, 3, threadsnake_registers@l
    stw 0, 0(3)
    stw 2, 8(3)
    stmw 4, 16(3)
    mfspr 0, 272
    stw 0, 4(3)
    mfspr 0, 273
    stw 0, 12(3)
    mfspr 0, 26                         # SRR0
    stw 0, 128(3)
    mfspr 0, 27                         # SRR1
    stw 0, 132(3)
    mflr 0
    stw 0, 136(3)
    mfcr 0
    stw 0, 140(3)
    mfctr 0
    stw 0, 144(3)
    mfxer 0
    stw 0, 148(3)
    mfspr 0, 18                         # DSISR
    stw 0, 152(3)
    mfspr 0, 19                         # DAR
    stw 0, 156(3)
    mfspr 0, 274
    stw 0, 160(3)
    li 0, 0x3000
    mtmsr 0
    isync
    lis 1, __trap_stack_top@ha
    addi 1, 1, __trap_stack_top@l
    li 0, 0
    stwu 0, -16(1)
    bl threadsnake_trap
6:  b 6b
