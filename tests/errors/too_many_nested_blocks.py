# Twenty-one loops in each other.
#! line 23: SyntaxError: too many statically nested blocks
for a in x:
 for a in x:
  for a in x:
   for a in x:
    for a in x:
     for a in x:
      for a in x:
       for a in x:
        for a in x:
         for a in x:
          for a in x:
           for a in x:
            for a in x:
             for a in x:
              for a in x:
               for a in x:
                for a in x:
                 for a in x:
                  for a in x:
                   for a in x:
                    for a in x:
                     pass
