# Methods and attributes come from the bases; overriding and extending.
class Animal:
    sound = "..."
    def __init__(self, name): self.name = name
    def speak(self): return "%s says %s" % (self.name, self.sound)
class Dog(Animal):
    sound = "woof"
class Puppy(Dog):
    def speak(self): return super().speak() + "!"
print(Animal("a").speak(), Dog("d").speak(), Puppy("p").speak())
#> a says ... d says woof p says woof!
print(isinstance(Puppy("x"), Animal), issubclass(Puppy, Dog), issubclass(Dog, Puppy), Puppy.__bases__, Puppy.__mro__[-1], Animal.__base__, Puppy.__base__.__name__)
#> True True False (<class '__main__.Dog'>,) <class 'object'> <class 'object'> Dog
