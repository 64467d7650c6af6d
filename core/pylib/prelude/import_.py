# import: sys.modules, then native modules, then code in ROM, then files along the search path.


def import_module(name, names, wanted, level):
    if not isinstance(name, str):
        raise TypeError("module name must be a string")
    if level > 0:
        name = absolute_name(name, names, level)
    elif not name:
        raise ValueError("Empty module name")
    module = find_module(name)
    if not wanted:
        dot = name.find(".")
        if dot < 0 or level > 0:
            return module
        return _modules()[name[:dot]]
    if hasattr(module, "__path__"):
        import_submodules(module, name, wanted)
    return module


def import_submodules(module, name, wanted):
    for item in wanted:
        if item == "*":
            if wanted is not getattr(module, "__all__", wanted):
                import_submodules(module, name, module.__all__)
        elif not hasattr(module, item):
            full = name + "." + item
            try:
                find_module(full)
            except ModuleNotFoundError as error:
                if error.name != full:
                    raise


def absolute_name(name, names, level):
    package = names.get("__package__") if names is not None else None
    if package is None and names is not None:
        package = names.get("__name__", "")
        if "__path__" not in names:
            package = package.rpartition(".")[0]
    if not package:
        raise ImportError("attempted relative import with no known parent package")
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return parts[0] + "." + name if name else parts[0]


def find_module(name):
    modules = _modules()
    module = modules.get(name, modules)
    if module is not modules:
        if module is None:
            raise ModuleNotFoundError("import of %s halted; None in sys.modules" % name, name=name)
        return module
    parent, dot, leaf = name.rpartition(".")
    path = package = None
    if parent:
        package = find_module(parent)
        if name in modules:
            return modules[name]
        path = getattr(package, "__path__", None)
        if path is None:
            raise ModuleNotFoundError("No module named %r; %r is not a package" % (name, parent), name=name)
    module = load_module(name, parent, path)
    if package is not None:
        setattr(package, leaf, module)
    return module


def load_module(name, parent, path):
    modules = _modules()
    module = _native_module(name) if path is None else None
    if module is not None:
        modules[name] = module
        return module
    found = _load_module(name, path)
    if found is None:
        raise ModuleNotFoundError("No module named %r" % name, name=name)
    code, file, is_package = found
    module = _new_module(name)
    module.__package__ = name if is_package else parent
    if code is None:
        module.__path__ = [file]
        modules[name] = module
        return module
    if file is not None:
        module.__file__ = file
    if is_package:
        module.__path__ = [] if file is None else [file.rpartition("/")[0]]
    modules[name] = module
    _initializing(module, True)
    try:
        _run_code(code, module.__dict__)
        _initializing(module, False)
    except BaseException:
        _initializing(module, False)
        if modules.get(name) is module:
            del modules[name]
        raise
    return modules.get(name, module)


def import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    owner = getattr(module, "__name__", None)
    if not isinstance(owner, str):
        raise ImportError("cannot import name %r from '<unknown module name>' (unknown location)" % name)
    found = _modules().get(owner + "." + name)
    if found is not None:
        return found
    file = getattr(module, "__file__", None)
    where = "unknown location" if file is None else file
    if _initializing(module):
        text = "cannot import name %r from partially initialized module %r (most likely due to a circular import) (%s)"
    else:
        text = "cannot import name %r from %r (%s)"
    text = text % (name, owner, where)
    raise ImportError(text, name=owner, path=file)


def import_star(module, names):
    wanted = getattr(module, "__all__", None)
    if wanted is None:
        wanted = [name for name in dir(module) if not name.startswith("_")]
    for name in wanted:
        names[name] = getattr(module, name)
