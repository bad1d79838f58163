namespace OneStop.Domain.Attachments;

/// <summary>
/// Detects sounds without a container: MP3 (ISO/IEC 11172-3, 2.4.2.3) and AAC (ADTS) consist of frames with a header each. A header gives the frame's
/// length, so the next frame is checked too.
/// </summary>
internal static class SoundFrames
{
    private const int NoLayer = 0; // AAC has this value in place of MPEG's layer
    private const int LayerThree = 1;

    private static readonly int[] KilobitsOfOne = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] KilobitsOfTwo = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] HertzOfOne = [44100, 48000, 32000];

    /// <returns>Null if it does not begin with such a frame.</returns>
    public static FileJudgement? Of(ReadOnlySpan<byte> start)
    {
        if (Frame(start) is not var (layer, length))
            return null;
        if (length < start.Length && Frame(start[length..]) is not var (next, _))
            return start.Length - length < HeadLength ? Taken(layer) : null;
        return Taken(layer);
    }

    private const int HeadLength = 7;

    private static TakenFile Taken(int layer) => new(layer == NoLayer ? FileKind.Aac : FileKind.Mp3);

    private static (int Layer, int Length)? Frame(ReadOnlySpan<byte> at)
    {
        if (at.Length < HeadLength || at[0] != 0xFF || (at[1] & 0xE0) != 0xE0)
            return null;
        var (version, layer) = ((at[1] >> 3) & 3, (at[1] >> 1) & 3);
        return layer switch
        {
            NoLayer when (at[1] & 0xF0) == 0xF0 && ((at[2] >> 2) & 15) < 13 => (layer, Math.Max(HeadLength, ((at[3] & 3) << 11) | (at[4] << 3) | (at[5] >> 5))),
            LayerThree when version != 1 && at[2] >> 4 is > 0 and < 15 && ((at[2] >> 2) & 3) < 3 => (layer, LengthOf(version, at[2])),
            _ => null,
        };
    }

    /// <param name="version">3 for MPEG 1, 2 for MPEG 2, 0 for MPEG 2.5.</param>
    private static int LengthOf(int version, byte rates)
    {
        var kilobits = (version == 3 ? KilobitsOfOne : KilobitsOfTwo)[rates >> 4];
        var hertz = HertzOfOne[(rates >> 2) & 3] / (version switch { 3 => 1, 2 => 2, _ => 4 });
        return ((version == 3 ? 144 : 72) * kilobits * 1000 / hertz) + ((rates >> 1) & 1);
    }
}
