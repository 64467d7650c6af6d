# Names for annotations show what they were made of.
from typing import (Any, Optional, Union, List, Dict, Tuple, Set, Callable, Iterable, Sequence, TypeVar, Generic, NamedTuple, Protocol, TypedDict,
    cast, TYPE_CHECKING, Literal, Final, ClassVar, NewType, overload, runtime_checkable, get_type_hints, get_origin, get_args, NoReturn, Type, Annotated, Mapping, Iterator)
print(Any, Optional[int], Union[int, str], Union[int], Union[int, Union[str, None]], List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Set[int], Callable[[int, str], bool], Callable[..., int], Iterable[int], Sequence["Node"], Literal["a", 1], Final[int], ClassVar[int], NoReturn, Type[int], Optional["X"], Union[None, int], List)
#> typing.Any typing.Optional[int] typing.Union[int, str] <class 'int'> typing.Union[int, str, NoneType] typing.List[int] typing.Dict[str, typing.List[int]] typing.Tuple[int, ...] typing.Tuple[()] typing.Set[int] typing.Callable[[int, str], bool] typing.Callable[..., int] typing.Iterable[int] typing.Sequence[ForwardRef('Node')] typing.Literal['a', 1] typing.Final[int] typing.ClassVar[int] typing.NoReturn typing.Type[int] typing.Optional[ForwardRef('X')] typing.Optional[int] typing.List
def f(a: int, b: Optional[str] = None, *c: Any, d: "List[int]" = ()) -> Dict[str, int]: return {}
print(f.__annotations__["b"], get_type_hints(f)["d"], TYPE_CHECKING, cast(int, "x"), get_origin(List[int]), get_args(Dict[str, int]), get_origin(int), get_args(Union[int, str]), get_origin(Union[int, str]) is Union)
#> typing.Optional[str] typing.List[int] False x <class 'list'> (<class 'str'>, <class 'int'>) None (<class 'int'>, <class 'str'>) True
T = TypeVar("T"); K = TypeVar("K", bound=int)
class Box(Generic[T]):
    def __init__(self, value: T): self.value = value
    def get(self) -> T: return self.value
class IntBox(Box[int]): pass
print(Box(5).get(), Box[int](6).value, IntBox(7).get(), T, K, Box[int], [c.__name__ for c in IntBox.__mro__], isinstance(Box(1), Box))
#> 5 6 7 ~T ~K __main__.Box[int] ['IntBox', 'Box', 'Generic', 'object'] True
class P(NamedTuple):
    x: int
    y: str = "d"
    def double(self): return self.x * 2
p = P(3); print(p, p.double(), p._replace(y="e"), P._fields, P._field_defaults, isinstance(p, tuple), P(1, "z") == (1, "z"), P.__annotations__)
#> P(x=3, y='d') 6 P(x=3, y='e') ('x', 'y') {'y': 'd'} True True {'x': <class 'int'>, 'y': <class 'str'>}
Q = NamedTuple("Q", [("a", int), ("b", str)]); print(Q(1, "b"))  #> Q(a=1, b='b')
class Movie(TypedDict):
    name: str
    year: int
m: Movie = Movie(name="x", year=1); print(m, type(m) is dict, Movie.__annotations__["year"])
#> {'name': 'x', 'year': 1} True <class 'int'>
@runtime_checkable
class Closes(Protocol):
    def close(self): ...
class File:
    def close(self): return "closed"
class Impl(Closes): pass
print(isinstance(File(), Closes), isinstance(5, Closes), Impl().close())  #> True False None
class Shape(Protocol):
    def area(self) -> float: ...
for call in (lambda: Closes(), lambda: isinstance(File(), Shape), lambda: P(), lambda: Optional[int, str], lambda: Union[()], lambda: isinstance(1, Any)):
    try:
        call()
        print("fine")
    except TypeError as error:
        print("TypeError")
        #> TypeError
        #> TypeError
        #> TypeError
        #> TypeError
        #> TypeError
        #> TypeError
UserId = NewType("UserId", int); print(UserId(5), UserId.__name__, UserId.__supertype__)
#> 5 UserId <class 'int'>
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), isinstance([], List), isinstance({}, Mapping), issubclass(list, Sequence), List[int] == List[int], List[int] == List[str], Optional[int] == Union[int, None], {List[int]: 1}[List[int]], isinstance(iter([]), Iterator))
#> 1 True True True True False True 1 True
class L(List[int]): pass
class D(Dict[str, T]): pass
print(L([1]), D(a=1), L.__mro__[1] is list)  #> [1] {'a': 1} True
