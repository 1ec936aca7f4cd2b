namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>jieba's character classes, as its regular expressions spell them.</summary>
internal static class Block
{
    /// <summary><c>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._%-]</c>: what is looked up in the dictionary; all else is a token by itself.</summary>
    public static bool Holds(char c) => IsHan(c) || char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '&' or '.' or '_' or '%' or '-';

    /// <summary><c>[\u4E00-\u9FD5]</c>: what the character model knows.</summary>
    public static bool IsHan(char c) => c is >= DictionaryImage.FirstHan and <= DictionaryImage.LastHan;

    /// <summary><c>\s</c> of python's regular expressions, which also holds the four information separators.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';
}
