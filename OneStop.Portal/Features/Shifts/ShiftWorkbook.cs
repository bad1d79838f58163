using System.Globalization;
using System.IO.Compression;
using OneStop.Domain;
using OneStop.Domain.Shifts;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.Shifts;

/// <summary>勤務表 as an Excel file: written to be filled in, and read as it came back. What is brought is taken for hostile: its size is known before it is opened, it is read as a stream (<see cref="SheetReader"/>; ClosedXML builds all of it and fails at a picture on Linux), and no formula is worked out.</summary>
internal static class ShiftWorkbook
{
    /// <summary>What an upload may weigh.</summary>
    public const int LargestUpload = 5 * 1024 * 1024;

    /// <summary>The sheet's name.</summary>
    public const string SheetName = "勤務表";

    private const long LargestUnpacked = 20 * 1024 * 1024;
    private const int MostParts = 300;

    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    private static readonly string[] Rules =
    [
        "時間は「9:00-18:00」のように書きます。途中で分かれる日は「9:00-13:00 20:00-25:00」のように空白で区切ります。",
        "24:00は夜の12時、25:00は夜中の1時です。前の日の列に書きます。",
        "休みの日は「休」と書きます。「公休」でもかまいません。",
        "空欄のところは、取り込んでも変わりません。",
        "時刻は6:00から25:00まで、15分きざみです。数式は使えません。",
    ];

    /// <summary>Writes a month as it stands.</summary>
    /// <param name="madeOn">The day of the writing.</param>
    public static byte[] Write(MonthSheet month, DateOnly madeOn)
    {
        var sheet = Sheet.Of(month.People).Named(SheetName).Titled($"{SheetName} {month.Month.ToString("yyyy年M月", CultureInfo.InvariantCulture)}")
            .Explained("書き方は「書き方」のシートにあります。").Frozen(columns: 2)
            .Column(ShiftSheet.NameHead, p => p.Name, width: 20).Column(ShiftSheet.SignInHead, p => p.SignInName, width: 16);
        for (var day = 0; day < DateTime.DaysInMonth(month.Month.Year, month.Month.Month); day++)
        {
            var (index, date) = (day, month.Month.AddDays(day));
            sheet.Column($"{date.Day}({date.ToString("ddd", Japanese)})", p => p.Days.ElementAtOrDefault(index)?.ToString(), width: 13,
                isShaded: date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || ServiceHours.IsYearEnd(date));
        }
        return Workbook.Write(madeOn, sheet, Sheet.Of(Rules).Named("書き方").Column("書き方", rule => rule, width: 100));
    }

    /// <summary>Reads the cells of the one sheet that counts.</summary>
    /// <exception cref="RuleException">It is no such file, or too large.</exception>
    public static IReadOnlyList<SheetCell> Read(Stream upload)
    {
        using var bytes = new MemoryStream();
        Copy(upload, bytes, LargestUpload);
        RefuseStrange(bytes);
        try
        {
            bytes.Position = 0;
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            return new SheetReader(zip).Read(SheetName);
        }
        catch (Exception exception) when (exception is not RuleException)
        {
            throw new RuleException("Excelのファイルとして読めませんでした。ひな型を開いて書き、そのまま保存したものを選んでください。"); // what is broken fails in many ways
        }
    }

    /// <summary>Unpacks it into nothing first: what a few kilobytes become is known before anything is built from them.</summary>
    private static void RefuseStrange(MemoryStream bytes)
    {
        if (!bytes.TryGetBuffer(out var head) || head is not [(byte)'P', (byte)'K', ..])
            throw new RuleException("Excelのファイル（.xlsx）を選んでください。古い形式（.xls）やパスワードをかけたファイルは読めません。");
        try
        {
            bytes.Position = 0;
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts)
                throw new RuleException("ファイルの中身が大きすぎます。1か月分の勤務表だけのファイルにしてください。");
            var left = LargestUnpacked;
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                left -= Copy(content, Stream.Null, left);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new RuleException("Excelのファイルとして読めませんでした。ファイルが壊れているかもしれません。");
        }
    }

    private static long Copy(Stream from, Stream to, long most)
    {
        var (buffer, copied) = (new byte[16 * 1024], 0L);
        for (int read; (read = from.Read(buffer)) > 0; to.Write(buffer, 0, read))
        {
            if ((copied += read) > most)
                throw new RuleException($"ファイルが大きすぎます。{LargestUpload / 1024 / 1024}MBまでの、1か月分の勤務表だけのファイルにしてください。");
        }
        return copied;
    }
}
