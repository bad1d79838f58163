using System.Text;
using OneStop.Domain;
using OneStop.Domain.Imports;
using OneStop.Domain.JobOpenings.Importing;
using OneStop.Portal.Documents;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>
/// A list of public openings is read row by row: a broken row is told with its line and reason and does not stop the others, an optional field that
/// cannot be read is unknown, and what was delivered is kept as it was.
/// </summary>
public sealed class OpeningSheetTests
{
    [Fact]
    public void A_row_of_the_service_is_read_field_by_field()
    {
        var read = Assert.Single(Lists.Read(Lists.ShiftJis(Lists.Csv([Lists.Row(1)])), "求人.csv"));
        var opening = read.Record!;
        Assert.Empty(read.Faults);
        Assert.Equal(("40010-00000001", new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31), "パート"),
            (opening.Number, opening.ReceivedOn, opening.ValidUntil, opening.FullOrPart));
        Assert.Equal(("見本商事1株式会社", "3000012010001", "一般事務（1）", "正社員", 2),
            (opening.Employer.Name, opening.Employer.CorporateNumber?.Value, opening.Work.Occupation, opening.Work.Form, opening.Work.Headcount));
        Assert.Equal((PayForm.Monthly, new YenRange(210_000, 260_000)), (opening.Pay.Form, opening.Pay.Range));
        Assert.Equal((new WorkTimes(new(8, 30), new(17, 30)), 10m, 120),
            (Assert.Single(opening.Times.Shifts), opening.Times.OvertimeHours, opening.Times.YearlyHolidays));
        Assert.Equal((new Insurances(true, true, true, true), false, (bool?)null),
            (opening.Conditions.Insurances, opening.Conditions.ChildCare, opening.Conditions.ChildLeave));
        Assert.StartsWith("電話と来客の応対、書類の作成、\"1\"番の窓口。\n仕", opening.Work.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("求人番号,職種,事業所名,有効期限")]
    [InlineData("kjno,sksu,jgshmei,kjyukoymd")]
    [InlineData("求人Ｎo.,募集職種,会社名,紹介期限日")] // the last day on which one is introduced stands in
    public void Headings_are_recognised_in_the_words_of_several_sources(string heads)
    {
        var opening = Assert.Single(Lists.Read($"{heads}\n40010-1,事務,見本,令和8年12月31日\n")).Record!;
        Assert.Equal(("40010-1", "事務", "見本", new DateOnly(2026, 12, 31)), (opening.Number, opening.Work.Occupation, opening.Employer.Name, opening.ValidUntil));
    }

    [Theory]
    [InlineData(",事務,見本,2026-12-31", "求人番号がありません")]
    [InlineData("40010-1,,見本,2026-12-31", "職種がありません")]
    [InlineData("40010-1,事務,,2026-12-31", "事業所名がありません")]
    [InlineData("40010-1,事務,見本,", "有効期限がありません")]
    [InlineData("40010-1,事務,見本,随時", "「随時」は日付ではありません")]
    [InlineData("40010-1,事務,見本,2026-12-31,あり,余り", "見出しより多い列（6列）")] // an unquoted comma moves everything behind it
    [InlineData("123,事務,見本,2026-12-31", "「123」は、ハローワークの求人番号")]
    public void A_broken_row_is_told_with_line_and_reason_and_the_others_are_read(string row, string sentence)
    {
        var read = Lists.Read($"求人番号,職種,事業所名,有効期限,正社員登用\n40010-8,販売,見本,2026-12-31,なし\n\n{row}\n40010-9,清掃,見本,2026-12-31,あり\n");
        Assert.Equal(["40010-8", null, "40010-9"], read.Select(r => r.Record?.Number));
        var fault = Assert.Single(read[1].Faults, f => f.IsBreaking);
        Assert.Contains(sentence, fault.InSheet.Sentence, StringComparison.Ordinal);
        Assert.Equal(4, read[1].Line);
        Assert.Contains('4', fault.Place);
        Assert.NotEmpty(read[1].Raw.Texts);
    }

    [Fact]
    public void A_field_that_cannot_be_read_is_unknown_and_told_and_the_opening_is_read()
    {
        var read = Assert.Single(Lists.Read("求人番号,職種,事業所名,有効期限,賃金,就業時間,採用人数,正社員登用,法人番号\n"
            + "40010-1,事務,見本,2026-12-31,規定による,シフト制,若干名,応相談,1234567890123\n")); // the first digit does not fit the others
        Assert.Equal((null, 0, null, null),
            (read.Record!.Pay.Range, read.Record.Times.Shifts.Count, read.Record.Work.Headcount, read.Record.Work.RegularPath));
        Assert.Equal(["I2 法人番号", "H2 正社員登用", "G2 採用人数", "E2 賃金", "F2 就業時間"], read.Faults.Select(f => $"{f.Place} {f.Field}"));
        Assert.DoesNotContain(read.Faults, f => f.IsBreaking);
        Assert.Equal("若干名", read.Raw.Texts.Single(t => t.Name == "採用人数").Text);
    }

    [Fact]
    public void The_same_number_twice_is_a_fault_of_the_later_row()
    {
        var read = Lists.Read("求人番号,職種,事業所名,有効期限\n40010-1,事務,見本,2026-12-31\n4001000000002,販売,見本,2026-12-31\n40010-00000002,清掃,見本,2026-12-31\n");
        Assert.Equal([true, true, false], read.Select(r => r.Record is not null));
        Assert.Equal("求人番号40010-00000002は、3行目にもあります。", Assert.Single(read[2].Faults).Sentence);
    }

    [Fact]
    public void A_file_that_was_cut_off_tells_it_at_its_last_row()
    {
        const string Csv = "求人番号,職種,事業所名,有効期限,備考\n40010-1,事務,見本,2026-12-31,\n40010-2,販売,見本,2026-12-31";
        var read = Lists.Read(Csv);
        Assert.Equal([true, false], read.Select(r => r.Record is not null));
        Assert.Contains("途中で終わっています", read[1].Faults[0].Sentence, StringComparison.Ordinal);
        Assert.All(Lists.Read(Csv + ",\n"), r => Assert.NotNull(r.Record));
        Assert.All(Lists.Read(Csv + ","), r => Assert.NotNull(r.Record)); // whole, though the last line has no end
    }

    [Fact]
    public void What_was_misread_by_others_before_is_told()
    {
        var read = Assert.Single(Lists.Read("求人番号,職種,事業所名,有効期限\n40010-1,事\uFFFD,見本,2026-12-31\n"));
        Assert.Equal(("事\uFFFD", "B2"), (read.Record!.Work.Occupation, Assert.Single(read.Faults).Place));
    }

    [Fact]
    public void A_formula_is_a_text_in_CSV_and_unreadable_in_a_workbook()
    {
        var csv = Assert.Single(Lists.Read("求人番号,職種,事業所名,有効期限\n40010-1,\"=HYPERLINK(\"\"x\"\")\",見本,2026-12-31\n"));
        Assert.Equal("=HYPERLINK(\"x\")", csv.Record!.Work.Occupation);
        var row = new SheetRow(2, [new(2, 1, "40010-1"), new(2, 2, "", IsFormula: true), new(2, 3, "見本"), new(2, 4, "46387")], 4);
        var head = new SheetRow(1, [new(1, 1, "求人番号"), new(1, 2, "職種"), new(1, 3, "事業所名"), new(1, 4, "有効期限")], 4);
        var read = Assert.Single(new OpeningSheet([head, row]).Read([head, row], FeedSource.HelloWork));
        Assert.Equal(("B2", true), (Assert.Single(read.Faults).Place, read.Faults[0].IsBreaking));
    }

    [Fact]
    public void Letters_that_cannot_be_seen_are_taken_out_and_the_lines_stay() => Assert.Equal("事務\n補助",
        Assert.Single(Lists.Read("求人番号,職種,事業所名,有効期限\n40010-1,\"\u202E事\u0007務\r\n補助 \",見本,2026-12-31\n")).Record!.Work.Occupation);

    [Fact]
    public void A_column_that_is_needed_is_asked_for_and_what_a_person_chose_is_remembered_by_its_heading()
    {
        var rows = Rows("番号,しごと,事業所名,いつまで,備考\n40010-1,事務,見本,2026-12-31,x\n");
        var sheet = new OpeningSheet(rows);
        Assert.Equal(["求人番号", "有効期限", "職種"], sheet.Map.Missing);
        Assert.Throws<RuleException>(() => sheet.Read(rows, FeedSource.HelloWork));

        var chosen = new OpeningSheet(rows, new Dictionary<int, string> { [1] = "求人番号", [2] = "職種", [4] = "有効期限", [5] = "" });
        Assert.Equal(("事務", ""), Assert.Single(chosen.Read(rows, FeedSource.HelloWork)).Record is { } r ? (r.Work.Occupation, r.Conditions.Remarks) : default);

        var next = Rows("新しい列,いつまで,備考,番号,事業所名,しごと\nx,2027-01-31,y,40010-2,見本,販売\n"); // in another order, with a new column
        var again = Assert.Single(new OpeningSheet(next, remembered: chosen.Remember()).Read(next, FeedSource.HelloWork)).Record!;
        Assert.Equal(("40010-2", "販売", new DateOnly(2027, 1, 31), ""), (again.Number, again.Work.Occupation, again.ValidUntil, again.Conditions.Remarks));
    }

    [Fact]
    public void A_record_is_kept_as_it_came_and_its_fingerprint_tells_whether_it_changed()
    {
        var (first, later) = (Lists.Read(Lists.Csv([Lists.Row(1)]))[0], Lists.Read(Lists.Csv([Lists.Row(2), Lists.Row(1)]))[1]);
        Assert.Equal(Lists.Heads.Zip(Lists.Row(1)), first.Raw.Texts.Select(t => (t.Name, t.Text)));
        Assert.Equal(first.Raw.Fingerprint, later.Raw.Fingerprint); // in another line
        Assert.NotEqual(first.Raw.Fingerprint, Lists.Read(Lists.Csv([Lists.Row(2)]))[0].Raw.Fingerprint);
        var stored = RawRecord.Of(first.Raw.ToJson());
        Assert.Equal(first.Raw.Fingerprint, stored.Fingerprint);
        Assert.Equal(first.Record!.Pay, new RecordReading(FeedSource.HelloWork).Read(1, stored).Record!.Pay); // read again from what was stored
    }

    [Theory]
    [InlineData("csv in Shift_JIS")]
    [InlineData("csv in UTF-8")]
    [InlineData("xlsx")]
    public void Twenty_thousand_rows_are_read_from_whatever_they_come_in(string kind)
    {
        const int Count = 20_000;
        var rows = Enumerable.Range(1, Count).Select(Lists.Row).ToList();
        var bytes = kind == "xlsx" ? Lists.Xlsx(rows) : kind == "csv in UTF-8" ? Encoding.UTF8.GetBytes(Lists.Csv(rows)) : Lists.ShiftJis(Lists.Csv(rows));
        var read = Lists.Read(bytes, kind == "xlsx" ? "求人.xlsx" : "求人.csv");
        Assert.Equal(Count, read.Count(r => r is { Record: not null, Faults.Count: 0 }));
        Assert.Equal(Count, read.Select(r => r.Record!.Number).Distinct().Count());
    }

    private static List<SheetRow> Rows(string csv) => [.. SheetUpload.Rows(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "求人.csv", Lists.Limits)];
}
