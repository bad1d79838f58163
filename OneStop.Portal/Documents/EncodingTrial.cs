using System.Text;

namespace OneStop.Portal.Documents;

/// <summary>Tries whether a file is text in an encoding, piece by piece.</summary>
internal sealed class EncodingTrial(Encoding encoding)
{
    private const char Escape = '\u001B'; // of ISO-2022-JP, whose bytes are all ASCII
    private readonly Decoder decoder = encoding.GetDecoder();
    private char[] letters = [];

    public Encoding Encoding => encoding;

    /// <summary>Whether everything so far is text.</summary>
    public bool IsText { get; private set; } = true;

    /// <summary>Whether the file, which ends here, is text: it does not end in the middle of a letter.</summary>
    public bool IsTextToItsEnd
    {
        get
        {
            Try([], isEnd: true);
            return IsText;
        }
    }

    /// <summary>Whether there was a letter that is neither ASCII nor half-width katakana.</summary>
    public bool HasWideLetters { get; private set; }

    public void Try(ReadOnlySpan<byte> piece) => Try(piece, isEnd: false);

    private void Try(ReadOnlySpan<byte> piece, bool isEnd)
    {
        if (!IsText)
            return;
        if (letters.Length == 0)
            letters = new char[encoding.GetMaxCharCount(64 * 1024)];
        try
        {
            Look(letters.AsSpan(0, decoder.GetChars(piece, letters, flush: isEnd)));
        }
        catch (DecoderFallbackException)
        {
            IsText = false;
        }
    }

    private void Look(ReadOnlySpan<char> text)
    {
        // the last are bytes that Shift_JIS does not use
        IsText = !text.ContainsAny('\0', Escape) && !text.ContainsAnyInRange('\uF8F0', '\uF8F3');
        HasWideLetters |= text.ContainsAnyInRange('\u0080', '\uFF60') || text.ContainsAnyInRange('\uFFA0', '\uFFFF');
    }
}

/// <summary>
/// Tries whether a file could be EUC-JP. Text in Shift_JIS hardly ever is: its kana and common kanji begin with bytes that EUC-JP does not use.
/// Only half-width katakana are valid in both, and are read as Shift_JIS.
/// </summary>
internal sealed class EucJpTrial
{
    private const byte HalfWidth = 0x8E, Rare = 0x8F, First = 0xA1, Last = 0xFE;

    private bool isValid = true;
    private bool hasLetters;
    private int expected;

    /// <summary>Whether the file, which ends here, is EUC-JP with Japanese letters.</summary>
    public bool IsMeant => isValid && hasLetters && expected == 0;

    public void Try(ReadOnlySpan<byte> piece)
    {
        foreach (var value in piece)
        {
            if (!isValid)
                return;
            Try(value);
        }
    }

    private void Try(byte value)
    {
        var isLetter = value is >= First and <= Last;
        if (expected > 0)
            (isValid, expected) = (isLetter, expected - 1);
        else if (value >= 0x80)
            (isValid, hasLetters, expected) = (isLetter || value is HalfWidth or Rare, true, value == Rare ? 2 : 1);
    }
}
