# Twenty blocks in each other, the most there may be.
for v0 in (0,):
 for v1 in (1,):
  for v2 in (2,):
   for v3 in (3,):
    for v4 in (4,):
     for v5 in (5,):
      for v6 in (6,):
       for v7 in (7,):
        for v8 in (8,):
         for v9 in (9,):
          for v10 in (10,):
           for v11 in (11,):
            for v12 in (12,):
             for v13 in (13,):
              for v14 in (14,):
               for v15 in (15,):
                for v16 in (16,):
                 for v17 in (17,):
                  for v18 in (18,):
                   for v19 in (19,):
                    print(v0 + v19)  #> 19
