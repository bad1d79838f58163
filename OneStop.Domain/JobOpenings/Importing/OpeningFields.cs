using OneStop.Domain.Employers;
using OneStop.Domain.Imports;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>
/// The fields that are read of a public opening. Each is recognized by its Japanese heading, by the headings of the CSV of
/// ハローワーク求人・求職情報提供サービス, and by the tags of its interface, of which some are known in two spellings. Columns of codes
/// （コード） that stand beside their words are not read. What has no field here stays in the raw record.
/// </summary>
internal static class OpeningFields
{
    private const int LongestName = 300, LongestText = 4_000;
    private const int MostPeople = 10_000, MostEmployees = 1_000_000, MostDays = 366, MostMinutes = 24 * 60, MostHours = 300;

    public static ImportField<string> Number { get; } = new("求人番号", ShortText, "kjno", "求人No", "求人No.") { IsRequired = true };
    public static ImportField<DateOnly> ReceivedOn { get; } = new("受付年月日", Written.Date, "uktkymd_seireki", "uktkymd", "受付年月日（西暦）", "受付日");
    public static ImportField<DateOnly> IntroducedUntil { get; } = new("紹介期限日", Written.Date, "shokaikigenymd", "紹介期限", "紹介期限日（和暦）");
    public static ImportField<DateOnly> ValidUntil { get; } = new("有効期限", Written.Date, "kjyukoymd", "求人有効年月日", "求人有効年月日（西暦）", "求人有効期限", "掲載終了日")
    { IsRequired = true, OrElse = IntroducedUntil };
    public static ImportField<string> Kind { get; } = new("求人区分", ShortText, "kjkbn1_n", "求人区分１");
    public static ImportField<string> FullOrPart { get; } = new("フルタイム・パート", ShortText, "kjkbn2_n", "求人区分２", "フル・パート");

    public static ImportField<string> Employer { get; } = new("事業所名", ShortText, "jgshmei", "事業所名漢字", "企業名", "会社名", "求人者名") { IsRequired = true };
    public static ImportField<string> EmployerKana { get; } = new("事業所名カナ", ShortText, "jgshmeikana", "事業所名（カナ）", "事業所名フリガナ");
    public static ImportField<CorporateNumber> Corporation { get; } = new("法人番号", CorporateNumberOf, "hojinno", "honinno");
    public static ImportField<string> EmployerNumber { get; } = new("事業所番号", ShortText, "jgshno");
    public static ImportField<string> EmployerAddress { get; } = new("事業所所在地", ShortText, "jgshszci", "jgshjusho_n", "所在地", "事業所住所");
    public static ImportField<string> EmployerLink { get; } = new("ホームページ", ShortText, "jgshhp", "事業所ホームページ", "会社のHP");
    public static ImportField<string> Industry { get; } = new("産業分類", ShortText, "sngbrui_n", "産業分類（名称）");
    public static ImportField<int> Employees { get; } = new("従業員数", EmployeesOf, "jgis_kigyozentai_n", "従業員数企業全体", "従業員数（企業全体）");
    public static ImportField<string> Business { get; } = new("事業内容", LongText, "jigyony");
    public static ImportField<string> Features { get; } = new("会社の特長", LongText, "kaishatokucho", "kaishatocho");

    public static ImportField<string> Occupation { get; } = new("職種", ShortText, "sksu", "募集職種", "職種名") { IsRequired = true };
    public static ImportField<string> Work { get; } = new("仕事内容", LongText, "shigoto_ny", "仕事の内容", "業務内容", "職務内容");
    public static ImportField<string> OccupationCode { get; } = new("職業分類", ShortText, "skgybrui1_c", "職業分類１（コード）");
    public static ImportField<string> EmploymentForm { get; } = new("雇用形態", ShortText, "koyokeitai_n", "koyokeitai");
    public static ImportField<string> Term { get; } = new("雇用期間", ShortText, "koyokikan", "koyokikan_sadame_n", "契約期間", "雇用期間の定め");
    public static ImportField<bool> RegularPath { get; } = new("正社員登用", Written.YesOrNo, "ssintoyo_umu_n", "ssintoyo_umu", "正社員登用の有無");
    public static ImportField<string> Trial { get; } = new("試用期間", LongText, "sykkn");
    public static ImportField<string> Experience { get; } = new("必要な経験等", LongText, "hynakiknt", "必要な経験");
    public static ImportField<string> Licences { get; } = new("必要な免許・資格", LongText, "menkyo_skkuyohi1_n", "menkyo_skku1_n", "免許・資格", "必要な資格");
    public static ImportField<string> Education { get; } = new("学歴", ShortText, "grki");
    public static ImportField<int> Headcount { get; } = new("採用人数", PeopleOf, "saiyoninzu_n", "saiyoninzu", "募集人数", "募集人員", "求人数");
    public static ImportField<string> Reason { get; } = new("募集理由", ShortText, "boshury_n", "募集理由区分");

    public static ImportField<string> WorkAddress { get; } = new("就業場所", ShortText, "shgbsjusho", "就業場所住所", "勤務地", "勤務場所", "就業場所所在地");
    public static ImportField<string> WorkArea { get; } = new("就業場所の市区町村", ShortText, "shgbsjusho1_n", "就業場所住所１（名称）");
    public static ImportField<string> Station { get; } = new("最寄り駅", ShortText, "shgbs_myre", "shgbs_myremjr", "最寄駅");
    public static ImportField<bool> ByCar { get; } = new("マイカー通勤", Written.YesOrNo, "mycartsknkahi_n", "マイカー通勤可否");
    public static ImportField<bool> Transfer { get; } = new("転勤の可能性", Written.YesOrNo, "tenkin_knsi_n", "転勤");
    public static ImportField<string> Smoking { get; } = new("受動喫煙対策", LongText, "shgbs_okni_jdktentisk_n", "okni_jdktentisk_n", "受動喫煙");
    public static ImportField<bool> Home { get; } = new("在宅勤務", Written.YesOrNo, "ztkkimmu_n");

    public static ImportField<PayForm> Form { get; } = new("賃金形態", PayForms.Read, "chgnkeitai_n", "chgnkeitai", "賃金形態等", "給与形態");
    public static ImportField<YenRange> Pay { get; } = new("賃金", YenRange.Read, "chgn", "給与");
    public static ImportField<int> PayLower { get; } = new("賃金下限", YenRange.Amount, "chgnkeitai_kagen", "賃金（下限）");
    public static ImportField<int> PayUpper { get; } = new("賃金上限", YenRange.Amount, "chgnkeitai_jgn", "賃金（上限）");
    public static ImportField<int> SumLower { get; } = new("支給額下限", YenRange.Amount, "sikg_aplusbkagen", "支給額（ａ＋ｂ）下限");
    public static ImportField<int> SumUpper { get; } = new("支給額上限", YenRange.Amount, "sikg_aplusbjgn", "支給額（ａ＋ｂ）上限");
    public static ImportField<YenRange> Base { get; } = new("基本給", YenRange.Read, "khky", "基本給（ａ）");
    public static ImportField<int> BaseLower { get; } = new("基本給下限", YenRange.Amount, "khkykagen", "基本給（下限）");
    public static ImportField<int> BaseUpper { get; } = new("基本給上限", YenRange.Amount, "khkyjgn", "基本給（上限）");
    public static ImportField<string> FixedOvertime { get; } = new("固定残業代", LongText, "ktizangydi", "固定残業代（ｃ）");
    public static ImportField<string> Commuting { get; } = new("通勤手当", LongText, "tskntat");
    public static ImportField<string> Bonus { get; } = new("賞与", LongText, "shoyo", "shoyoumu_n");
    public static ImportField<string> Raise { get; } = new("昇給", LongText, "shkyrt", "shkyumu_n");

    public static ImportField<IReadOnlyList<WorkTimes>> Times { get; } = new("就業時間", WorkTimes.Read, "shgjn", "勤務時間");
    public static ImportField<IReadOnlyList<WorkTimes>> Times1 { get; } = new("就業時間1", WorkTimes.Read, "shgjn1_open_close");
    public static ImportField<IReadOnlyList<WorkTimes>> Times2 { get; } = new("就業時間2", WorkTimes.Read, "shgjn2_open_close");
    public static ImportField<IReadOnlyList<WorkTimes>> Times3 { get; } = new("就業時間3", WorkTimes.Read, "shgjn3_open_close");
    public static ImportField<string> TimesNote { get; } = new("就業時間に関する特記事項", LongText, "shgjn_tkjk", "就業時間特記事項");
    public static ImportField<int> Break { get; } = new("休憩時間", MinutesOf, "kyukeijn_n", "休憩");
    public static ImportField<bool> Overtime { get; } = new("時間外労働", Written.YesOrNo, "jkgi_umu_n", "時間外", "時間外労働の有無");
    public static ImportField<decimal> OvertimeHours { get; } = new("時間外月平均", HoursOf, "jkgi_thkinjn_ji_n", "月平均時間外労働", "月平均時間外労働時間", "時間外月平均時間");
    public static ImportField<string> Holidays { get; } = new("休日", LongText, "kyjs", "休日等");
    public static ImportField<string> HolidaysNote { get; } = new("その他の休日", LongText, "kyjstosnta");
    public static ImportField<string> TwoDayWeek { get; } = new("週休二日制", ShortText, "sk2sei_n");
    public static ImportField<int> YearlyHolidays { get; } = new("年間休日数", DaysOf, "nenkankjsu_n", "nenkankjsu", "年間休日");

    public static ImportField<Insurances> Insured { get; } = new("加入保険", Insurances.Read, "knyhkn", "knyuhkn", "加入保険等", "社会保険");
    public static ImportField<bool> ChildCare { get; } = new("利用可能な託児施設", Written.YesOrNo, "tkjshsetu_n", "tkjshsetu", "利用可能託児施設", "託児施設");
    public static ImportField<bool> ChildLeave { get; } = new("育児休業取得実績", Written.YesOrNo, "ikujikyugyostkjissekiumu_n");
    public static ImportField<bool> SickChildLeave { get; } = new("看護休暇取得実績", Written.YesOrNo);
    public static ImportField<string> Remarks { get; } = new("求人に関する特記事項", LongText, "kjjknktkjk", "求人特記事項", "特記事項", "備考");

    /// <summary>All of them, in the order in which a person chooses them.</summary>
    public static IReadOnlyList<ImportField> All { get; } =
    [
        Number, ReceivedOn, IntroducedUntil, ValidUntil, Kind, FullOrPart, Employer, EmployerKana, Corporation, EmployerNumber,
        EmployerAddress, EmployerLink, Industry, Employees, Business, Features, Occupation, Work, OccupationCode, EmploymentForm, Term,
        RegularPath, Trial, Experience, Licences, Education, Headcount, Reason, WorkAddress, WorkArea, Station, ByCar, Transfer, Smoking,
        Home, Form, Pay, PayLower, PayUpper, SumLower, SumUpper, Base, BaseLower, BaseUpper, FixedOvertime, Commuting, Bonus, Raise,
        Times, Times1, Times2, Times3, TimesNote, Break, Overtime, OvertimeHours, Holidays, HolidaysNote, TwoDayWeek, YearlyHolidays,
        Insured, ChildCare, ChildLeave, SickChildLeave, Remarks,
    ];

    private static string ShortText(string text) => Clean(text, LongestName);

    private static string LongText(string text) => Clean(text, LongestText);

    /// <summary>Returns a text without characters that cannot be seen, its lines kept.</summary>
    private static string Clean(string text, int longest)
    {
        var clean = Bidi.Without(string.Concat(text.Composed.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c)))).Trim();
        return clean.Length <= longest ? clean : throw new RuleException($"{longest}文字より長い文です。");
    }

    private static CorporateNumber CorporateNumberOf(string text) => CorporateNumber.TryRead(text, out var number) ? number
        : throw new RuleException($"{Written.Quote(text)}は、法人番号（{CorporateNumber.Digits}桁）ではありません。");

    private static int EmployeesOf(string text) => Written.Count(text, MostEmployees, "人", "名");

    private static int PeopleOf(string text) => Written.Count(text, MostPeople, "人", "名");

    private static int MinutesOf(string text) => Written.Count(text, MostMinutes, "分");

    private static int DaysOf(string text) => Written.Count(text, MostDays, "日");

    private static decimal HoursOf(string text) =>
        Written.Number(text, "時間") is var hours and <= MostHours ? hours : throw new RuleException($"{Written.Quote(text)}は、月の時間ではありません。");
}
