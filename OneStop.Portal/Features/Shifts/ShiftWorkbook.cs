using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Shifts;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.Shifts;

/// <summary>勤務表 as an Excel file to fill in.</summary>
internal static class ShiftWorkbook
{
    private const string SheetName = "勤務表";

    /// <summary>The limits of an uploaded file.</summary>
    public static SheetLimits Limits { get; } = new("1か月分の勤務表だけの") { SheetName = SheetName, MostCells = 40_000, LongestText = 200 };

    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    private static readonly string[] Rules =
    [
        "時間は「9:00-18:00」のように書きます。途中で分かれる日は「9:00-13:00 20:00-25:00」のように空白で区切ります。",
        "24:00は夜の12時、25:00は夜中の1時です。前の日の列に書きます。",
        "休みの日は「休」と書きます。「公休」でもかまいません。",
        "空欄のところは、取り込んでも変わりません。",
        "時刻は6:00から25:00まで、15分きざみです。数式は使えません。",
    ];

    /// <summary>Writes a month with its present shifts.</summary>
    /// <param name="madeOn">The date of creation.</param>
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
}
