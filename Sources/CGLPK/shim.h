#include <glpk.h>
#include <stdio.h>

/* GLPK prints to standard output, where only data may go. A hook that returns non-zero keeps the
   text away from there. With output off, the only text left is that of an abort: let it be seen. */
static inline int peerlots_error_text(void *info, const char *text) {
  (void)info;
  fputs(text, stderr);
  return 1;
}
