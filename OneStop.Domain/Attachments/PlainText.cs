using System.Text;

namespace OneStop.Domain.Attachments;

/// <summary>Detects texts in the usual Japanese encodings. HTML and scripts are not distinguished, because all are stored as plain text.</summary>
internal static class PlainText
{
    private const char EscapeOfJis = '\u001B';

    /// <summary>The order matters: valid UTF-8 is hardly ever another encoding, and Shift_JIS accepts nearly everything.</summary>
    private static readonly (string Charset, Encoding Encoding)[] Encodings =
    [
        ("utf-8", Strict("utf-8")), ("iso-2022-jp", Strict("iso-2022-jp")), ("euc-jp", Strict("euc-jp")), ("shift_jis", Strict("shift_jis")),
    ];

    /// <param name="isWhole">Whether the bytes are the whole file, so that the last character is complete.</param>
    /// <returns>Null if it is no text.</returns>
    public static FileJudgement? Of(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return IsText(bytes[2..], Strict("utf-16"), isWhole, '\0') ? new TakenFile(FileKind.Text, "utf-16le") : null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return IsText(bytes[2..], Strict("utf-16BE"), isWhole, '\0') ? new TakenFile(FileKind.Text, "utf-16be") : null;
        foreach (var (charset, encoding) in Encodings)
        {
            if (charset == "iso-2022-jp" && !bytes.Contains((byte)EscapeOfJis))
                continue;
            if (IsText(bytes, encoding, isWhole, charset == "iso-2022-jp" ? EscapeOfJis : '\0'))
                return new TakenFile(FileKind.Text, charset);
        }
        return null;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, Encoding encoding, bool isWhole, char also)
    {
        try
        {
            var text = new char[encoding.GetMaxCharCount(bytes.Length)];
            var length = encoding.GetDecoder().GetChars(bytes, text, flush: isWhole);
            return !text.AsSpan(0, length).HasControl(also);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Whether there is a control character that no text contains. The last range are bytes unused in Shift_JIS, as Windows maps them.</summary>
    private static bool HasControl(this Span<char> text, char also)
    {
        foreach (var letter in text)
        {
            if ((letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A') && letter != also)
                || letter is (>= '\u007F' and <= '\u009F') or (>= '\uF8F0' and <= '\uF8F3'))
                return true;
        }
        return false;
    }

    private static Encoding Strict(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
