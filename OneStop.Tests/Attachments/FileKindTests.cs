using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using OneStop.Domain.Attachments;

namespace OneStop.Tests.Attachments;

/// <summary>A file's type is recognized by its bytes; a file that is not accepted is refused with the true reason.</summary>
public sealed class FileKindTests
{
    private const string Macro = "マクロ";
    private const string Danger = "安全のため";
    private const string NotOurs = "対応していない";

    [Theory]
    [InlineData("avif", "image/avif")] // a picture in the container format of a video
    [InlineData("avis", "image/avif")]
    [InlineData("heic", "image/heic")]
    [InlineData("qt  ", "video/quicktime")]
    [InlineData("isom", "video/mp4")]
    [InlineData("M4A ", "audio/mp4")]
    [InlineData("3gp4", "video/3gpp")]
    [InlineData("crx ", null)]
    [InlineData("jp2 ", null)]
    [InlineData("????", null)]
    public void A_box_is_told_by_its_brand(string brand, string? type) =>
    Assert.Equal(type, TypeOf([0, 0, 0, 16, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0]));

    [Fact]
    public void Where_the_first_brand_is_general_the_compatible_ones_decide()
    {
        Assert.Equal("image/avif", TypeOf([0, 0, 0, 24, .. "ftypmif1"u8, 0, 0, 0, 0, .. "miafavif"u8]));
        Assert.Contains(NotOurs, ReasonOf([0, 0, 0, 16, .. "ftypmif1"u8, 0, 0, 0, 0, .. "avif"u8])); // outside the box
    }

    [Theory]
    [InlineData(0xFB, 0x90, "audio/mpeg")] // MPEG 1 layer III at 128 kbit/s
    [InlineData(0xFA, 0x90, "audio/mpeg")] // with a checksum
    [InlineData(0xF3, 0x40, "audio/mpeg")] // MPEG 2
    [InlineData(0xE3, 0x40, "audio/mpeg")] // MPEG 2.5
    [InlineData(0xF1, 0x50, "audio/aac")]
    [InlineData(0xF9, 0x50, "audio/aac")]
    [InlineData(0xFB, 0xF0, null)] // no such rate
    [InlineData(0xFD, 0x90, null)] // layer II
    public void A_sound_is_told_by_its_frames(byte second, byte third, string? type) =>
    Assert.Equal(type, TypeOf([0xFF, second, third, 0x80, 0, 0x20, 0, 0, 0]));

    [Fact]
    public void A_sound_needs_its_second_frame()
    {
        var mp3 = new byte[1000];
        (mp3[0], mp3[1], mp3[2]) = (0xFF, 0xFB, 0x90);
        Assert.Null(TypeOf(mp3));
        (mp3[417], mp3[418], mp3[419]) = (0xFF, 0xFB, 0x90); // 144 × 128,000 / 44,100
        Assert.Equal("audio/mpeg", TypeOf(mp3));
    }

    [Theory]
    [InlineData("SUQzBAAAAAAAAA==", "audio/mpeg")]
    [InlineData("UklGRiQAAABXQVZFZm10IA==", "audio/wav")]
    [InlineData("UklGRiQAAABBVkkgTElTVA==", null)]
    [InlineData("Qk1GAAAAAAAAADYAAAA=", "image/bmp")]
    [InlineData("SUkqAAgAAAA=", "image/tiff")]
    [InlineData("TU0AKgAAAAg=", "image/tiff")]
    [InlineData("T2dnUwAC", "audio/ogg")]
    public void Pictures_and_sounds_of_other_makes_are_known(string bytes, string? type) => Assert.Equal(type, TypeOf(Convert.FromBase64String(bytes)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    [InlineData("shift_jis")]
    [InlineData("euc-jp")]
    [InlineData("iso-2022-jp")]
    public void A_text_is_taken_in_each_encoding_in_which_Japanese_is_written(string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset == "utf-16le" ? "utf-16" : charset);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("履歴書\r\n氏名 福岡 花子\tﾌｸｵｶ\r\n志望の動機をここに書きます。")];
        Assert.Equal(($"text/plain; charset={charset}", ".txt"),
            Assert.IsType<TakenFile>(FileJudgement.Of(bytes)) is var taken ? (taken.ContentType, taken.Kind.Endings[0]) : default);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_for_its_length_even_where_a_character_is_cut()
    {
        var bytes = Encoding.UTF8.GetBytes("あ" + new string('漢', 400_000));
        Assert.Equal(FileKind.Text, Assert.IsType<TakenFile>(FileJudgement.Of(bytes)).Kind);
        Assert.Null(TypeOf([.. bytes.AsSpan(0, 100)])); // text that ends in half a character is not valid text
    }

    [Theory]
    [InlineData("MZ\0\0", Danger)]
    [InlineData("\u007fELF\0", Danger)]
    [InlineData("Rar!\u001a\0", NotOurs)]
    [InlineData("8BPS\0\u0001", NotOurs)]
    [InlineData("\u0001\u0002\u0003", NotOurs)]
    [InlineData("", "中身のない")]
    public void What_is_not_taken_is_refused_with_the_true_reason(string bytes, string reason) =>
    Assert.Contains(reason, ReasonOf(Encoding.Latin1.GetBytes(bytes)));

    [Theory]
    [InlineData("wordprocessingml.document.main+xml", "word/document.xml", FileTypes.Docx)]
    [InlineData("spreadsheetml.sheet.main+xml", "xl/workbook.xml", FileTypes.Xlsx)]
    [InlineData("presentationml.presentation.main+xml", "ppt/presentation.xml", FileTypes.Pptx)]
    [InlineData("wordprocessingml.template.main+xml", "word/document.xml", null)]
    public void An_office_document_is_told_by_what_it_holds(string part, string name, string? type) =>
    Assert.Equal(type, TypeOf(Zip(("[Content_Types].xml", part), (name, ""))));

    [Theory]
    [InlineData("word/vbaProject.bin", Macro)]
    [InlineData("請求書.exe", Danger)]
    [InlineData("写真\u202Egpj.txt", Danger)]
    [InlineData("中.zip", Danger)]
    public void Macros_and_what_would_run_out_of_a_ZIP_are_refused(string name, string reason) =>
        Assert.Contains(reason, ReasonOf(Zip(("[Content_Types].xml", "wordprocessingml.document.main+xml"), (name, "")) is var zip && reason == Macro
            ? zip
            : Zip((name, ""))));

    [Fact]
    public void A_ZIP_of_harmless_files_is_taken_and_a_broken_one_is_called_broken()
    {
        Assert.Equal("application/zip", TypeOf(Zip(("写真/1.JPG", ""), ("写真/", ""), ("__MACOSX/._1.JPG", ""), ("名簿.csv", ""))));
        Assert.Contains("壊れている", ReasonOf([.. "PK\u0003\u0004"u8, .. new byte[60]]));
    }

    [Theory]
    [InlineData("WordDocument", "application/msword")]
    [InlineData("Workbook", "application/vnd.ms-excel")]
    [InlineData("PowerPoint Document", "application/vnd.ms-powerpoint")]
    [InlineData("VBA", null)]
    [InlineData("EncryptedPackage", null)]
    [InlineData("\u4840\u3F7F", null)] // an installer (.msi)
    public void A_document_of_the_old_Office_is_told_by_its_streams(string stream, string? type) => Assert.Equal(type, TypeOf(Compound(stream)));

    private static string? TypeOf(byte[] bytes) => (FileJudgement.Of(bytes) as TakenFile)?.Kind.ContentType;

    private static string ReasonOf(byte[] bytes) => Assert.IsType<RefusedFile>(FileJudgement.Of(bytes)).Reason;

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Compound(string stream)
    {
        var bytes = new byte[2048];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes(stream).CopyTo(bytes, 1024);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(1024 + 64), (ushort)((stream.Length + 1) * 2));
        bytes[1024 + 66] = 2;
        return bytes;
    }

    private static class FileTypes
    {
        public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        public const string Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    }
}
