# Breaking paragraphs into lines.
__name__ = "textwrap"

_BLANKS = "\t\n\x0b\x0c\r "


def _is_letter(text, i):
    return 0 <= i < len(text) and (text[i] == "_" or text[i].isalnum() and not text[i].isdigit())


def _is_word(text, i):
    return i < len(text) and (text[i].isalnum() or text[i] == "_")


def _ends_word(text, i):
    # May a dash follow here?
    return i >= 0 and (_is_word(text, i) or text[i] in "!\"'&.,?")


def _breaks_after(text, i):
    # After the hyphen at i: letters on both sides, as in "well-known", not in "-x" or "2-3".
    before = _is_letter(text, i - 1) and _is_letter(text, i - 2)
    if not before and i >= 3:
        before = _is_letter(text, i - 3) and text[i - 2] == "-" and _is_letter(text, i - 1)
    if not before or not _is_letter(text, i + 1):
        return False
    return _is_letter(text, i + 2) or text[i + 2 : i + 3] == "-" and _is_letter(text, i + 3)


def _dash_end(text, i):
    # Behind a dash of two or more hyphens between words that begins at i; i itself when there is none.
    end = i
    while text[end : end + 1] == "-":
        end += 1
    return end if end >= i + 2 and _ends_word(text, i - 1) and _is_word(text, end) else i


class TextWrapper:
    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
        max_lines=None, placeholder=" [...]"
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in _BLANKS:
                text = text.replace(blank, " ")
        return text

    def _split(self, text):
        """Chunks: runs of blanks, and words or their parts."""
        chunks = []
        start = i = 0
        while i < len(text):
            if text[i] in _BLANKS:
                while i < len(text) and text[i] in _BLANKS:
                    i += 1
            else:
                i = self._word_end(text, i)
            chunks.append(text[start:i])
            start = i
        return chunks

    def _word_end(self, text, i):
        if self.break_on_hyphens:
            end = _dash_end(text, i)
            if end > i:
                return end
        i += 1
        while i < len(text) and text[i] not in _BLANKS:
            if self.break_on_hyphens:
                if text[i - 1] == "-" and _breaks_after(text, i - 1) or _dash_end(text, i) > i:
                    break
            i += 1
        return i

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            word = chunks[i]
            if word[-1] in "\"'":
                word = word[:-1]
            if chunks[i + 1] == " " and word[-1:] in (".", "!", "?") and "a" <= word[-2:-1] <= "z":
                chunks[i + 1] = "  "

    def _break_long(self, chunks, line, room):
        # The front of a chunk that fits on no line, or all of it when it must stay whole.
        word = chunks[0]
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop(0))
            return
        end = room
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind("-", 0, room)
            if hyphen > 0 and word[:hyphen].strip("-"):
                end = hyphen + 1
        line.append(word[:end])
        chunks[0] = word[end:]

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[0].strip():
                chunks.pop(0)
            line = self._take_line(chunks, width)
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines:
                fits = True
            else:
                rest = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
                fits = rest and sum(map(len, line)) <= width
            if fits:
                lines.append(indent + "".join(line))
            else:
                self._cut(lines, line, indent, width)
                break
        return lines

    def _take_line(self, chunks, width):
        line = []
        used = 0
        while chunks and used + len(chunks[0]) <= width:
            used += len(chunks[0])
            line.append(chunks.pop(0))
        if chunks and len(chunks[0]) > width:
            self._break_long(chunks, line, 1 if width < 1 else width - used)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _cut(self, lines, line, indent, width):
        # The last line ends with the placeholder, if need be the line before it.
        while line:
            if line[-1].strip() and sum(map(len, line)) + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))
