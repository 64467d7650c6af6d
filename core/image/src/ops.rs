//! The instruction table: every instruction of the machine, and nothing else.
//!
//! One row is: code, name, operands by field, what may happen, effect as an equation.
//! From it come the `Op` enum, the encoder, the verifier's operand checks, the disassembler and
//! the coverage test. `R[x]` is a register, `K[x]` a constant, `word` the instruction word that
//! follows.
//!
//! Operand types, by field (`A` bits 8..16, `B` 16..24, `C` 24..32):
//!
//! | type    | field | meaning |
//! |---------|-------|---------|
//! | `Dst`   | A     | register that receives the result; what it held is released |
//! | `RegA`  | A     | register read or changed in place |
//! | `SrcA` `SrcB` `SrcC` | A B C | register read; bit 7 set: a temporary, moved out by this use |
//! | `RegB` `RegC` | B C | register read, never moved |
//! | `BaseA` `BaseB` `BaseC` | A B C | first of a run of temporaries that the instruction consumes or fills |
//! | `KonA` `KonC` | A C | constant index 0..=255 (`Ext` widens it) |
//! | `KonX`  | B+C   | constant index 0..=65535 |
//! | `ImmC`  | C     | signed 8-bit integer |
//! | `ImmX`  | B+C   | signed 16-bit integer |
//! | `NumA` `NumB` `NumC` `NumX` | | unsigned count or small code |
//! | `Jump`  | ABC   | signed 24-bit distance in words from the next instruction |
//!
//! `[test]` instructions are followed by a `Jump` word (op `Jump` or `Loop`) that is taken when the
//! condition holds and skipped otherwise. `[word]` instructions are followed by one operand word, which
//! is `value << 8 | Raw`: the low byte of every word of a program is an op, so a jump target can be
//! checked by looking at two words. `word` below is the 24-bit value.
//! `[raise]` may raise, `[call]` may run script code, `[end]` does not continue behind itself.
//!
//! A call window is a run of temporaries: `R[a]` callee and later the result, `R[a+1]` left empty for
//! the return link, `R[a+2]..` arguments. `R[a+2]` becomes `R[0]` of the callee: nothing is copied.

/// Calls a macro with the whole instruction table.
#[macro_export]
macro_rules! for_each_op { ($with:ident) => { $with! {
//  code  name           operands                                         may            effect
    // moving values
    0x00  Nop            ()                                               []             "nothing";
    0x01  Move           (dst: Dst, src: SrcB)                            []             "R[dst] = R[src]";
    0x02  LoadInt        (dst: Dst, val: ImmX)                            []             "R[dst] = val";
    0x03  LoadK          (dst: Dst, val: KonX)                            []             "R[dst] = K[val]";
    0x04  LoadNone       (dst: Dst)                                       []             "R[dst] = None";
    0x05  LoadBool       (dst: Dst, val: NumB)                            []             "R[dst] = val != 0";
    0x06  Clear          (base: BaseA, count: NumX)                       []             "R[base..base+count] = unbound, released";
    0x07  CheckBound     (reg: RegA)                                      [raise]        "if R[reg] is unbound: raise UnboundLocalError(name of reg)";
    0x08  DelLocal       (reg: RegA)                                      [raise]        "if R[reg] is unbound: raise; R[reg] = unbound";
    0x09  LoadGlobal     (dst: Dst, name: KonX)                           [raise]        "R[dst] = globals[K[name]] or builtins[K[name]]";
    0x0a  StoreGlobal    (src: SrcA, name: KonX)                          [raise]        "globals[K[name]] = R[src]";
    0x0b  DelGlobal      (name: KonX)                                     [raise]        "del globals[K[name]]";
    0x0c  NewCell        (reg: RegA)                                      [raise]        "R[reg] = Cell(R[reg]); an unbound register makes an empty cell";
    0x0d  CellGet        (dst: Dst, cell: RegB)                           [raise]        "R[dst] = R[cell].value; empty: UnboundLocalError";
    0x0e  CellSet        (cell: RegA, src: SrcB)                          []             "R[cell].value = R[src]";
    0x0f  CellDel        (cell: RegA)                                     [raise]        "R[cell].value = empty; already empty: UnboundLocalError";
    0x10  FreeGet        (dst: Dst, idx: NumB)                            [raise]        "R[dst] = captured[idx], captured by value; unbound: NameError";
    0x11  FreeCellGet    (dst: Dst, idx: NumB)                            [raise]        "R[dst] = captured[idx].value; empty: NameError";
    0x12  FreeCellSet    (src: SrcA, idx: NumB)                           []             "captured[idx].value = R[src]";
    0x13  FreeCellDel    (idx: NumB)                                      [raise]        "captured[idx].value = empty; already empty: NameError";
    0x14  NameGet        (dst: Dst, name: KonX)                           [raise]        "R[dst] = R[0][K[name]] or globals or builtins: names of a class body, whose namespace is R[0]";
    0x15  FarGet         (dst: Dst, idx: NumX)                            [raise]        "R[dst] = far[idx]: locals beyond the registers, a list in the register code.far";
    0x16  FarSet         (src: SrcA, idx: NumX)                           []             "far[idx] = R[src]";

    // arithmetic
    0x20  Add            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] + R[rhs]";
    0x21  Sub            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] - R[rhs]";
    0x22  Mul            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] * R[rhs]";
    0x23  TrueDiv        (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] / R[rhs]";
    0x24  FloorDiv       (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] // R[rhs]";
    0x25  Mod            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] % R[rhs]";
    0x26  Pow            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] ** R[rhs]";
    0x27  LShift         (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] << R[rhs]";
    0x28  RShift         (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] >> R[rhs]";
    0x29  And            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] & R[rhs]";
    0x2a  Or             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] | R[rhs]";
    0x2b  Xor            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] ^ R[rhs]";
    0x2c  MatMul         (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] @ R[rhs]";
    // the same with an augmented assignment's in-place attempt first; code = plain + 0x10
    0x30  IAdd           (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] += R[rhs]";
    0x31  ISub           (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] -= R[rhs]";
    0x32  IMul           (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] *= R[rhs]";
    0x33  ITrueDiv       (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] /= R[rhs]";
    0x34  IFloorDiv      (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] //= R[rhs]";
    0x35  IMod           (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] %= R[rhs]";
    0x36  IPow           (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] **= R[rhs]";
    0x37  ILShift        (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] <<= R[rhs]";
    0x38  IRShift        (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] >>= R[rhs]";
    0x39  IAnd           (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] &= R[rhs]";
    0x3a  IOr            (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] |= R[rhs]";
    0x3b  IXor           (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] ^= R[rhs]";
    0x3c  IMatMul        (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] @= R[rhs]";
    // right operand a number constant, which is never moved; code = plain + 0x20
    0x40  AddK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] + K[rhs]";
    0x41  SubK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] - K[rhs]";
    0x42  MulK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] * K[rhs]";
    0x43  TrueDivK       (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] / K[rhs]";
    0x44  FloorDivK      (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] // K[rhs]";
    0x45  ModK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] % K[rhs]";
    0x46  PowK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] ** K[rhs]";
    0x47  LShiftK        (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] << K[rhs]";
    0x48  RShiftK        (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] >> K[rhs]";
    0x49  AndK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] & K[rhs]";
    0x4a  OrK            (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] | K[rhs]";
    0x4b  XorK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] ^ K[rhs]";
    0x4e  AddI           (dst: Dst, lhs: SrcB, rhs: ImmC)                 [raise call]   "R[dst] = R[lhs] + rhs (also for `- small`, negated, when lhs is an int; else computed as written)";
    0x4f  SubI           (dst: Dst, lhs: SrcB, rhs: ImmC)                 [raise call]   "R[dst] = R[lhs] - rhs";
    0x50  IAddI          (dst: Dst, lhs: SrcB, rhs: ImmC)                 [raise call]   "R[dst] = R[lhs] += rhs";
    0x51  ISubI          (dst: Dst, lhs: SrcB, rhs: ImmC)                 [raise call]   "R[dst] = R[lhs] -= rhs";
    0x52  Neg            (dst: Dst, src: SrcB)                            [raise call]   "R[dst] = -R[src]";
    0x53  Pos            (dst: Dst, src: SrcB)                            [raise call]   "R[dst] = +R[src]";
    0x54  Invert         (dst: Dst, src: SrcB)                            [raise call]   "R[dst] = ~R[src]";
    0x55  Not            (dst: Dst, src: SrcB)                            [raise call]   "R[dst] = not R[src]";

    // comparison as a value
    0x58  Lt             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] < R[rhs]";
    0x59  Le             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] <= R[rhs]";
    0x5a  Gt             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] > R[rhs]";
    0x5b  Ge             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] >= R[rhs]";
    0x5c  Eq             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] == R[rhs]";
    0x5d  Ne             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] != R[rhs]";
    0x5e  Is             (dst: Dst, lhs: SrcB, rhs: SrcC)                 []             "R[dst] = R[lhs] is R[rhs]";
    0x5f  IsNot          (dst: Dst, lhs: SrcB, rhs: SrcC)                 []             "R[dst] = R[lhs] is not R[rhs]";
    0x60  In             (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] in R[rhs]";
    0x61  NotIn          (dst: Dst, lhs: SrcB, rhs: SrcC)                 [raise call]   "R[dst] = R[lhs] not in R[rhs]";

    // comparison and branch
    0x64  JLt            (sense: NumA, lhs: SrcB, rhs: SrcC)              [raise call test] "if (R[lhs] < R[rhs]) == sense: jump";
    0x65  JLe            (sense: NumA, lhs: SrcB, rhs: SrcC)              [raise call test] "if (R[lhs] <= R[rhs]) == sense: jump";
    0x66  JGt            (sense: NumA, lhs: SrcB, rhs: SrcC)              [raise call test] "if (R[lhs] > R[rhs]) == sense: jump";
    0x67  JGe            (sense: NumA, lhs: SrcB, rhs: SrcC)              [raise call test] "if (R[lhs] >= R[rhs]) == sense: jump";
    0x68  JEq            (sense: NumA, lhs: SrcB, rhs: SrcC)              [raise call test] "if (R[lhs] == R[rhs]) == sense: jump";
    0x69  JNe            (sense: NumA, lhs: SrcB, rhs: SrcC)              [raise call test] "if (R[lhs] != R[rhs]) == sense: jump";
    0x6a  JLtI           (sense: NumA, lhs: SrcB, rhs: ImmC)              [raise call test] "if (R[lhs] < rhs) == sense: jump";
    0x6b  JLeI           (sense: NumA, lhs: SrcB, rhs: ImmC)              [raise call test] "if (R[lhs] <= rhs) == sense: jump";
    0x6c  JGtI           (sense: NumA, lhs: SrcB, rhs: ImmC)              [raise call test] "if (R[lhs] > rhs) == sense: jump";
    0x6d  JGeI           (sense: NumA, lhs: SrcB, rhs: ImmC)              [raise call test] "if (R[lhs] >= rhs) == sense: jump";
    0x6e  JEqI           (sense: NumA, lhs: SrcB, rhs: ImmC)              [raise call test] "if (R[lhs] == rhs) == sense: jump";
    0x6f  JNeI           (sense: NumA, lhs: SrcB, rhs: ImmC)              [raise call test] "if (R[lhs] != rhs) == sense: jump";
    0x70  JLtK           (sense: NumA, lhs: SrcB, rhs: KonC)              [raise call test] "if (R[lhs] < K[rhs]) == sense: jump";
    0x71  JLeK           (sense: NumA, lhs: SrcB, rhs: KonC)              [raise call test] "if (R[lhs] <= K[rhs]) == sense: jump";
    0x72  JGtK           (sense: NumA, lhs: SrcB, rhs: KonC)              [raise call test] "if (R[lhs] > K[rhs]) == sense: jump";
    0x73  JGeK           (sense: NumA, lhs: SrcB, rhs: KonC)              [raise call test] "if (R[lhs] >= K[rhs]) == sense: jump";
    0x74  JEqK           (sense: NumA, lhs: SrcB, rhs: KonC)              [raise call test] "if (R[lhs] == K[rhs]) == sense: jump";
    0x75  JNeK           (sense: NumA, lhs: SrcB, rhs: KonC)              [raise call test] "if (R[lhs] != K[rhs]) == sense: jump";
    0x76  JIs            (sense: NumA, lhs: SrcB, rhs: SrcC)              [test]         "if (R[lhs] is R[rhs]) == sense: jump";
    0x77  JNone          (sense: NumA, src: SrcB)                         [test]         "if (R[src] is None) == sense: jump";
    0x78  JIn            (sense: NumA, lhs: SrcB, rhs: SrcC)              [raise call test] "if (R[lhs] in R[rhs]) == sense: jump";
    0x79  JTrue          (sense: NumA, src: SrcB)                         [raise call test] "if truth(R[src]) == sense: jump";
    0x7a  JTrueKeep      (sense: NumA, src: RegB)                         [raise call test] "if truth(R[src]) == sense: jump, R[src] kept; else R[src] is released (value of and/or)";
    0x7b  JMatchExc      (sense: NumA, exc: RegB, typ: SrcC)              [raise call test] "if (R[exc] matches type or tuple R[typ]) == sense: jump";
    0x7c  JUnbound       (sense: NumA, src: RegB)                         [test]         "if (R[src] is unbound) == sense: jump";

    // jumps
    0x80  Jump           (to: Jump)                                       [end]          "pc += to";
    0x81  Loop           (to: Jump)                                       [raise end]    "pc += to, a back edge: the budget is tested";

    // attributes and items
    0x84  GetAttr        (dst: Dst, obj: SrcB, name: KonC)                [raise call]   "R[dst] = R[obj].(K[name])";
    0x85  SetAttr        (name: KonA, obj: SrcB, val: SrcC)               [raise call]   "R[obj].(K[name]) = R[val]";
    0x86  DelAttr        (name: KonA, obj: SrcB)                          [raise call]   "del R[obj].(K[name])";
    0x87  GetItem        (dst: Dst, obj: SrcB, key: SrcC)                 [raise call]   "R[dst] = R[obj][R[key]]";
    0x88  GetItemI       (dst: Dst, obj: SrcB, key: ImmC)                 [raise call]   "R[dst] = R[obj][key]";
    0x89  GetItemK       (dst: Dst, obj: SrcB, key: KonC)                 [raise call]   "R[dst] = R[obj][K[key]]";
    0x8a  SetItem        (val: SrcA, obj: SrcB, key: SrcC)                [raise call]   "R[obj][R[key]] = R[val]";
    0x8b  SetItemI       (val: SrcA, obj: SrcB, key: ImmC)                [raise call]   "R[obj][key] = R[val]";
    0x8c  SetItemK       (val: SrcA, obj: SrcB, key: KonC)                [raise call]   "R[obj][K[key]] = R[val]";
    0x8d  DelItem        (obj: SrcB, key: SrcC)                           [raise call]   "del R[obj][R[key]]";
    0x8e  GetSlice       (dst: Dst, obj: SrcB, base: BaseC)               [raise call]   "R[dst] = R[obj][R[base]:R[base+1]], both consumed, None where left out";
    0x8f  BuildSlice     (dst: Dst, base: BaseB)                          [raise]        "R[dst] = slice(R[base], R[base+1], R[base+2]), consumed";

    // calls
    0x90  Call           (base: BaseA, count: NumB)                       [raise call]   "R[base] = R[base](R[base+2..base+2+count])";
    0x91  CallKw         (base: BaseA, count: NumB)                       [raise call word] "as Call; the last len(K[word]) of the count arguments are keywords named by the tuple K[word]";
    0x92  CallEx         (base: BaseA, how: NumB)                         [raise call]   "R[base] = R[base](*R[base+2], **R[base+3]); how bit 0: there is a mapping, else R[base+3] is empty";
    0x93  CallAttr       (base: BaseA, count: NumB, name: KonC)           [raise call]   "R[base] = R[base+2].(K[name])(R[base+3..base+3+count]): method call, object at base+2, R[base] empty";
    0x94  LoadMethod     (base: BaseA, obj: SrcB, name: KonC)             [raise call]   "R[base], R[base+2] = function, R[obj] when K[name] is a method; else attribute, unbound";
    0x95  CallMethod     (base: BaseA, count: NumB)                       [raise call]   "calls what LoadMethod left, with R[base+3..base+3+count] as further arguments";
    0x96  CallMethodKw   (base: BaseA, count: NumB)                       [raise call word] "as CallMethod, keywords as CallKw";
    0x97  Return         (src: SrcA, clear: NumX)                         [end]          "release R[0..clear]; return R[src]";
    0x98  ReturnNone     (clear: NumX)                                    [end]          "release R[0..clear]; return None";
    0x99  CallSuper      (base: BaseA, count: NumB, name: KonC)           [raise call]   "R[base] = super(R[base+1], R[base+2]).(K[name])(R[base+3..base+3+count]); R[base] holds the global `super` as found";

    // building
    0xa0  BuildTuple     (dst: Dst, base: BaseB, count: NumC)             [raise]        "R[dst] = tuple of R[base..base+count], consumed";
    0xa1  BuildList      (dst: Dst, base: BaseB, count: NumC)             [raise]        "R[dst] = list of R[base..base+count], consumed";
    0xa2  BuildSet       (dst: Dst, base: BaseB, count: NumC)             [raise call]   "R[dst] = set of R[base..base+count], consumed";
    0xa3  BuildMap       (dst: Dst, base: BaseB, count: NumC)             [raise call]   "R[dst] = dict of count pairs key, value from R[base], consumed";
    0xa4  BuildString    (dst: Dst, base: BaseB, count: NumC)             [raise]        "R[dst] = the strings R[base..base+count] joined, consumed";
    0xa5  ListAppend     (list: RegA, src: SrcB)                          [raise]        "R[list].append(R[src])";
    0xa6  SetAdd         (set: RegA, src: SrcB)                           [raise call]   "R[set].add(R[src])";
    0xa7  MapAdd         (map: RegA, key: SrcB, val: SrcC)                [raise call]   "R[map][R[key]] = R[val]";
    0xa8  ListExtend     (list: RegA, src: SrcB)                          [raise call]   "R[list].extend(R[src]); `*x` in a display";
    0xa9  SetUpdate      (set: RegA, src: SrcB)                           [raise call]   "R[set].update(R[src])";
    0xaa  MapUpdate      (map: RegA, src: SrcB)                           [raise call]   "R[map].update(R[src]); `**x` in a display";
    0xab  MapMerge       (map: RegA, src: SrcB, callee: RegC)             [raise call]   "as MapUpdate, a key that is there already is the TypeError of a call of R[callee]";
    0xac  ListToTuple    (dst: Dst, src: SrcB)                            [raise]        "R[dst] = tuple(R[src]) of a list";
    0xad  Format         (dst: Dst, val: SrcB, spec: SrcC)                [raise call]   "R[dst] = format(R[val], R[spec])";
    0xae  FormatPlain    (dst: Dst, val: SrcB, conv: NumC)                [raise call]   "R[dst] = conv 0: format(R[val], ''), 1: str, 2: repr, 3: ascii";
    0xaf  Unpack         (base: BaseA, src: SrcB, count: NumC)            [raise call]   "R[base..base+count] = R[src] taken apart; base may be a run of locals";
    0xb0  UnpackEx       (base: BaseA, src: SrcB, before: NumC)           [raise call word] "R[base..] = before items, a list of the middle, word items";

    // loops
    0xb4  IterPrep       (base: BaseA, src: SrcB)                         [raise call]   "R[base], R[base+1] = iteration state over R[src]";
    0xb5  ForIter        (dst: Dst, base: RegB)                           [raise call test] "if R[base] has a next item: R[dst] = item, jump (to the body, a back edge)";
    0xb6  GetIter        (dst: Dst, src: SrcB)                            [raise call]   "R[dst] = iter(R[src])";

    // functions, classes, modules
    0xb8  MakeFunction   (dst: Dst, code: KonX)                           [raise]        "R[dst] = function of code K[code] over the running globals, captures empty";
    0xb9  Capture        (func: RegA, idx: NumB, src: RegC)               []             "R[func].captured[idx] = R[src] (a value or a cell)";
    0xba  CaptureFree    (func: RegA, idx: NumB, from: NumC)              []             "R[func].captured[idx] = captured[from]";
    0xbb  SetFuncInfo    (func: RegA, what: NumB, src: SrcC)              [raise]        "R[func].what = R[src]: 0 defaults (tuple), 1 keyword defaults (dict), 2 annotations (dict)";
    0xbc  Import         (dst: Dst, name: KonX)                           [raise call word] "R[dst] = import K[name]; word = level << 16 | fromlist constant + 1 (0: none)";
    0xbd  ImportFrom     (dst: Dst, module: RegB, name: KonC)             [raise call]   "R[dst] = R[module].(K[name]), ImportError when absent";
    0xbe  ImportStar     (module: SrcA)                                   [raise call]   "public names of R[module] into the globals";
    0xbf  FreeCellRef    (dst: Dst, idx: NumB)                            []             "R[dst] = captured[idx] itself, a value or a cell";

    // exceptions
    0xc0  Raise          (exc: SrcA)                                      [raise call end] "raise R[exc]";
    0xc1  RaiseFrom      (exc: SrcA, cause: SrcB)                         [raise call end] "raise R[exc] from R[cause]";
    0xc2  Reraise        (exc: SrcA)                                      [raise end]    "go on raising R[exc], traceback as it is";
    0xc3  RaiseHandled   ()                                               [raise end]    "bare raise";
    0xc4  EnterExcept    (save: Dst, exc: RegB)                           []             "R[save] = exception being handled; being handled = R[exc]";
    0xc5  LeaveExcept    (save: BaseA)                                    []             "being handled = R[save], consumed";
    0xc6  RaiseAssert    (msg: SrcA, has: NumB)                           [raise call end] "raise AssertionError(R[msg]) or AssertionError()";
    0xc7  WithEnter      (dst: Dst, base: BaseB)                          [raise call]   "R[base] = type(R[base]).__exit__ bound to it; R[dst] = __enter__() of what was there";
    0xc8  WithExit       (base: BaseA, exit: RegB, exc: RegC)             [raise call]   "R[base] = R[exit](type(R[exc]), R[exc], its traceback); base is a call window";

    // generators
    0xd0  Yield          (dst: Dst, src: SrcB)                            [raise call]   "suspend with R[src]; on resumption R[dst] = what was sent";
    0xd1  Delegate       (dst: Dst, iter: RegB, send: BaseC)              [raise call]   "yield from: step R[iter] with R[send], suspending here again and again; R[dst] = its result";
    0xd2  Await          (dst: Dst, src: SrcB)                            [raise call]   "R[dst] = awaitable's iterator";

    // class bodies, patterns and other rare work: a code names the work
    0xe0  Slow           (sub: NumA, lhs: SrcB, rhs: SrcC)                [raise call word] "rare operation `sub`, see slow.rs; word is its extra operand";

    // in place with a number constant as right operand; code = plain + 0xb3
    0xd3  IAddK          (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] += K[rhs]";
    0xd4  ISubK          (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] -= K[rhs]";
    0xd5  IMulK          (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] *= K[rhs]";
    0xd6  ITrueDivK      (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] /= K[rhs]";
    0xd7  IFloorDivK     (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] //= K[rhs]";
    0xd8  IModK          (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] %= K[rhs]";
    0xd9  IPowK          (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] **= K[rhs]";
    0xda  ILShiftK       (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] <<= K[rhs]";
    0xdb  IRShiftK       (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] >>= K[rhs]";
    0xdc  IAndK          (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] &= K[rhs]";
    0xdd  IOrK           (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] |= K[rhs]";
    0xde  IXorK          (dst: Dst, lhs: SrcB, rhs: KonC)                 [raise call]   "R[dst] = R[lhs] ^= K[rhs]";

    // wider constants
    0xf0  Ext            (high: Jump)                                     []             "the next instruction's constant index is high << 8 | its own 8 bits";

    // not an instruction
    0xff  Raw            (value: Jump)                                    [end]          "operand word of the instruction before it; never executed";
}}}
