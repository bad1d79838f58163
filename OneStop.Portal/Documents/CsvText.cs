using System.Text;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>
/// The text of a CSV file. Text that is valid UTF-8 is read as UTF-8; all other text is taken for Shift_JIS from Excel, in the
/// variant of Windows (code page 932, with ①, ㈱ and 髙). EUC-JP is not tried: some names in Shift_JIS are valid EUC-JP too and would be misread.
/// </summary>
internal static class CsvText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback)!;

    /// <exception cref="RuleException">The bytes are not text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Try(Utf8, rest) ?? throw NoText(),
        [0xFF, 0xFE, .. var rest] => Try(Utf16, rest) ?? throw NoText(),
        [0xFE, 0xFF, .. var rest] => Try(Utf16BigEndian, rest) ?? throw NoText(),
        _ => Try(Utf8, bytes) ?? Try(ShiftJis, bytes) ?? throw NoText(),
    };

    /// <returns>Null if the bytes are not text in this encoding.</returns>
    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return text.Any(c => c is '\0' or (>= '\uF8F0' and <= '\uF8F3')) ? null : text; // the last are bytes that Shift_JIS does not use
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static RuleException NoText() => new("CSVの文字を読めませんでした。Excelで「CSV UTF-8（コンマ区切り）」として保存し直したものを選んでください。");
}
