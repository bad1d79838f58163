using System.Text;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>
/// The encoding of a CSV file. Text that is valid UTF-8 is read as UTF-8; all other text is taken for Shift_JIS from Excel, in the
/// variant of Windows (code page 932, with ①, ㈱ and 髙). The whole file is tried before anything of it is used, so that no text is ever
/// taken in the wrong letters.
/// </summary>
internal static class CsvText
{
    private const int PieceLength = 64 * 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback)!;

    /// <summary>Opens a file as text.</summary>
    /// <param name="bytes">Can be read again from its beginning. It stays open.</param>
    /// <exception cref="RuleException">The bytes are not text, or in an encoding that is not read.</exception>
    public static TextReader Open(Stream bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        bytes.Position = mark;
        return new StreamReader(bytes, encoding, detectEncodingFromByteOrderMarks: false, PieceLength, leaveOpen: true);
    }

    private static (Encoding Encoding, int Mark) EncodingOf(Stream bytes)
    {
        var (beginning, length) = (new byte[3], 0);
        bytes.Position = 0;
        length = bytes.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        return beginning.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF] => (First(bytes, 3, Utf8), 3),
            [0xFF, 0xFE, ..] => (First(bytes, 2, Utf16), 2),
            [0xFE, 0xFF, ..] => (First(bytes, 2, Utf16BigEndian), 2),
            _ => (First(bytes, 0, Utf8, ShiftJis), 0),
        };
    }

    /// <summary>Returns the first encoding in which all of the file is text.</summary>
    private static Encoding First(Stream bytes, int mark, params IReadOnlyList<Encoding> encodings)
    {
        var (trials, eucJp, piece) = (encodings.Select(e => new EncodingTrial(e)).ToList(), new EucJpTrial(), new byte[PieceLength]);
        bytes.Position = mark;
        for (int read; (read = bytes.Read(piece)) > 0;)
        {
            eucJp.Try(piece.AsSpan(0, read));
            foreach (var trial in trials)
                trial.Try(piece.AsSpan(0, read));
        }
        var found = trials.Find(t => t.IsTextToItsEnd);
        if (eucJp.IsMeant && (found is null || (found.Encoding == ShiftJis && found.HasWideLetters)))
            throw Refusal("の文字コードがEUC-JPのようです");
        return (found ?? throw Refusal("の文字を読めませんでした")).Encoding;
    }

    private static RuleException Refusal(string why) => new($"CSV{why}。Excelで「CSV UTF-8（コンマ区切り）」として保存し直したものを選んでください。");
}
