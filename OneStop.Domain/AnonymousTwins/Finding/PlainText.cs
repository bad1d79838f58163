namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>A text in half-width letters and digits, of the same length: positions found in it are positions of the original.</summary>
internal static class PlainText
{
    private const char FirstWide = '！', LastWide = '～';
    private const int Width = '！' - '!';

    /// <summary>Replaces full-width letters, digits and signs, and the ideographic space.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (plain, written) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = written[i] switch
            {
                '　' => ' ',
                '−' or '‐' or '–' or '—' => '-',
                >= FirstWide and <= LastWide => (char)(written[i] - Width),
                var other => other,
            };
    });
}
