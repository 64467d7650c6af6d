# A capture pattern makes the next case unreachable.
#! line 4: SyntaxError: name capture 'y' makes remaining patterns unreachable
match x:
    case y:
        pass
    case 1:
        pass
