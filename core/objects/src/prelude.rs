//! The prelude's entry points: Python functions in ROM that natives and the machine may call.
//!
//! A row is: constant, name of the function in core/pylib/prelude. The ROM writer puts the functions into
//! a table in this order and refuses a row without a function.
//!
//! Not here: the functions (core/pylib/prelude).

use crate::cx::Cx;
use threadsnake_heap::Value;

macro_rules! define_prelude {
    ($($constant:ident $name:literal;)*) => {
        /// A function of the prelude.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Prelude {
            $(
                #[doc = concat!("`", $name, "`")]
                $constant,
            )*
        }

        /// Names of all entry points in the order of the enum.
        pub static NAMES: &[&str] = &[$($name),*];
    };
}

/// The function object of an entry point (immortal).
#[inline]
pub fn function(cx: &Cx, which: Prelude) -> Value {
    cx.heap.space.value(cx.rom.prelude, 1 + which as u32)
}

define_prelude! {
    BuildClass "build_class";
    Import "import_module";
    CallInstance "call_class_slow";
    InitInstance "init_instance";
    Finalize "finalize";
    DelegateStep "delegate_step";
    DelegateThrow "delegate_throw";
    ContainsByIteration "contains_by_iteration";
    ClassName "class_name";
    CallSpread "call_spread";
    CallSuper "call_super";
    BuildSet "build_set";
    BuildMap "build_map";
    SetAdd "set_add";
    ListDisplayExtend "list_display_extend";
    SetDisplayUpdate "set_display_update";
    MapDisplayUpdate "map_display_update";
    MapMerge "map_merge";
    Unpack "unpack";
    UnpackExtended "unpack_extended";
    UnpackList "unpack_list";
    Iter "iter_object";
    ImportFrom "import_from";
    ImportStar "import_star";
    MatchKeys "match_keys";
    MatchClass "match_class";
    MatchSequence "match_sequence";
    MatchMapping "match_mapping";
    MatchRest "match_rest";
    Repr "repr_object";
    Str "str_object";
    Ascii "ascii_object";
    Format "format_object";
    PercentStr "percent_str";
    PercentBytes "percent_bytes";
    StrFormat "str_format";
    RepeatSequence "repeat_sequence";
    RetryIndex "retry_index";
    IntNew "int_new";
    IntToBytes "int_to_bytes";
    IntFromBytes "int_from_bytes";
    FloatNew "float_new";
    ComplexNew "complex_new";
    StrNew "str_new";
    BytesNew "bytes_new";
    BytearrayNew "bytearray_new";
    BytearrayInit "bytearray_init";
    BytearrayExtend "bytearray_extend";
    BytearraySet "bytearray_set";
    StrJoin "str_join";
    MemorySet "memory_set";
    StrTranslate "str_translate";
    StrMaketrans "str_maketrans";
    MathUnary "math_unary";
    MathRetry "math_retry";
    MathItems "math_items";
    MathProduct "math_product";
    Truth "truth_of";
    RetryWithIndex "retry_with_index";
    CompareRows "compare_rows";
    ListFrom "list_from";
    ListExtend "list_extend";
    ListIadd "list_iadd";
    ListInsert "list_insert";
    RowContains "row_contains";
    RowIndexBounds "row_index_bounds";
    ListIndex "list_index";
    ListIndexMissing "list_index_missing";
    RowCount "row_count";
    ListRemove "list_remove";
    ListSort "list_sort";
    ListRepr "list_repr";
    ListAssign "list_assign";
    TupleNew "tuple_new";
    TupleFrom "tuple_from";
    TupleRepr "tuple_repr";
    TupleHash "tuple_hash";
    TupleIndex "tuple_index";
    DictFill "dict_fill";
    DictUpdate "dict_update";
    DictGetItem "dict_get_item";
    DictMissing "dict_missing";
    DictSetItem "dict_set_item";
    DictDelItem "dict_del_item";
    DictContains "dict_contains";
    DictGet "dict_get";
    DictSetDefault "dict_set_default";
    DictPop "dict_pop";
    DictFromKeys "dict_from_keys";
    DictRepr "dict_repr";
    DictEqual "dict_equal";
    DictIor "dict_ior";
    ViewRepr "view_repr";
    ItemsContains "items_contains";
    ViewIsDisjoint "view_is_disjoint";
    ViewOperation "view_operation";
    ViewCompare "view_compare";
    SetAddSlow "set_add_slow";
    SetDiscard "set_discard";
    SetRemove "set_remove";
    SetInPlace "set_in_place";
    SetFill "set_fill";
    SetMethod "set_method";
    SetContains "set_contains";
    SetRepr "set_repr";
    SetCompare "set_compare";
    SetIsDisjoint "set_is_disjoint";
    FrozensetNew "frozenset_new";
    RangeNew "range_new";
    RangeLen "range_len";
    RangeBool "range_bool";
    RangeReversed "range_reversed";
    RangeRepr "range_repr";
    RangeHash "range_hash";
    RangeEqual "range_equal";
    RangeContains "range_contains";
    RangeCount "range_count";
    RangeIndex "range_index";
    RangeSlice "range_slice";
    RangeItem "range_item";
    SliceRepr "slice_repr";
    SliceIndices "slice_indices";
    SliceCompare "slice_compare";
    CallableStep "callable_step";
    SequenceStep "sequence_step";
    SequenceReverseStep "sequence_reverse_step";
    RangeStep "range_step";
    EnumerateNew "enumerate_new";
    ZipNew "zip_new";
    MapOne "map_one";
    MapMany "map_many";
    FilterNew "filter_new";
    ReversedByMethod "reversed_by_method";
    ReversedSequence "reversed_sequence";
    FinishClass "finish_class";
    AbstractError "abstract_error";
    ObjectNe "object_ne";
    ExceptionRepr "exception_repr";
    SetArgs "set_exception_args";
    MethodRepr "method_repr";
    GeneratorThrow "generator_throw";
    GeneratorClose "generator_close";
    WeakEq "weak_eq";
    WeakNe "weak_ne";
    Hash "hash_object";
    Equal "equal_objects";
    AliasRepr "alias_repr";
    CallSpecial "call_special";
    Len "len_object";
    CheckLength "check_length";
    NextDefault "next_default";
    Sorted "sorted_list";
    Sum "sum_items";
    SumFrom "sum_from";
    MinMax "min_or_max";
    All "all_of";
    Any "any_of";
    Print "print_to";
    Input "input_line";
    IsInstance "is_instance";
    IsSubclass "is_subclass";
    GetAttrDefault "getattr_default";
    HasAttr "has_attribute";
    Dir "dir_object";
    Divmod "divmod_objects";
    Pow "pow_objects";
    NumberText "number_text";
    Eval "eval_source";
    Exec "exec_source";
    Compile "compile_source";
    Display "display_value";
    SysAttr "sys_attribute";
    BreakHere "break_here";
    BreakWithDebugger "break_with_debugger";
    WriteLines "write_lines";
    ReadInput "read_input";
    ReadLines "read_lines";
    ProxyRepr "proxy_repr";
    GetFrame "get_frame";
    WeakHash "weak_hash";
    Await "await_iterator";
    CoroutineSteps "coroutine_wrapper";
    AsyncIter "async_iter";
    AsyncNext "async_next";
    IsAsyncEnd "is_async_end";
    AsyncExit "async_exit";
    AsyncEnter "async_enter";
    AsyncSend "async_generator_asend";
    AsyncThrow "async_generator_athrow";
    AsyncIterOf "aiter_of";
    AsyncNextOf "anext_of";
    StarBegin "star_begin";
    StarMatch "star_match";
    StarNote "star_note";
    StarEnd "star_end";
    GroupNew "group_new";
    GroupSplit "group_split";
    GroupSubgroup "group_subgroup";
}
