for x in range(3):
#! line 6: SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block
    try:
        pass
    except* ValueError:
        break
