using OneStop.Domain.Employers;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>
/// What one record of a public list means. Texts that were not said are empty, values that were not said or could not be read are null: they are
/// unknown, not no. The words of the source stay in <see cref="Raw"/>.
/// </summary>
/// <param name="Number">求人番号: with the source the key by which the opening is recognized again.</param>
/// <param name="ReceivedOn">受付年月日</param>
/// <param name="ValidUntil">有効期限: the last day, or 紹介期限日 where only that was said.</param>
/// <param name="Kind">求人区分, such as 一般 or 障害者.</param>
/// <param name="FullOrPart">フルタイム or パート: by the hours, not by the status.</param>
public sealed record PublicOpeningRecord(string Number, DateOnly? ReceivedOn, DateOnly ValidUntil, string Kind, string FullOrPart, RecordedEmployer Employer,
    RecordedWork Work, RecordedPlace Place, RecordedPay Pay, RecordedTimes Times, RecordedConditions Conditions, RawRecord Raw);

/// <summary>求人事業者</summary>
/// <param name="CorporateNumber">法人番号, by which the firm is recognized among the employers.</param>
/// <param name="Number">事業所番号</param>
/// <param name="Employees">従業員数 of the whole firm.</param>
public sealed record RecordedEmployer(string Name, string Kana, CorporateNumber? CorporateNumber, string Number, string Address, string Link, string Industry,
    int? Employees, string Business, string Features);

/// <summary>仕事</summary>
/// <param name="Occupation">職種</param>
/// <param name="OccupationCode">職業分類</param>
/// <param name="Description">仕事内容</param>
/// <param name="Form">雇用形態, in the words of the source.</param>
/// <param name="Term">雇用期間</param>
/// <param name="RegularPath">正社員登用</param>
/// <param name="Trial">試用期間</param>
/// <param name="Headcount">採用人数</param>
/// <param name="Reason">募集理由</param>
public sealed record RecordedWork(string Occupation, string OccupationCode, string Description, string Form, string Term, bool? RegularPath, string Trial,
    string Experience, string Licences, string Education, int? Headcount, string Reason);

/// <summary>就業場所</summary>
/// <param name="Area">The prefecture and municipality alone, where the source tells them apart.</param>
/// <param name="ByCar">マイカー通勤</param>
/// <param name="Transfer">転勤の可能性</param>
/// <param name="Smoking">受動喫煙対策</param>
public sealed record RecordedPlace(string Address, string Area, string Station, bool? ByCar, bool? Transfer, string Smoking, bool? FromHome);

/// <summary>賃金</summary>
/// <param name="Range">賃金 or 支給額（a+b）; 基本給 where only that was said. In the form of <paramref name="Form"/>.</param>
/// <param name="Base">基本給</param>
public sealed record RecordedPay(PayForm? Form, YenRange? Range, YenRange? Base, string FixedOvertime, string Commuting, string Bonus, string Raise);

/// <summary>労働時間と休日</summary>
/// <param name="Break">休憩, in minutes.</param>
/// <param name="OvertimeHours">時間外労働 of an average month, in hours.</param>
/// <param name="YearlyHolidays">年間休日数</param>
public sealed record RecordedTimes(IReadOnlyList<WorkTimes> Shifts, string Note, int? Break, bool? Overtime, decimal? OvertimeHours, string Holidays,
    string TwoDayWeek, int? YearlyHolidays);

/// <summary>その他の条件</summary>
/// <param name="ChildCare">利用可能な託児施設</param>
/// <param name="ChildLeave">育児休業取得実績</param>
/// <param name="SickChildLeave">看護休暇取得実績</param>
public sealed record RecordedConditions(Insurances? Insurances, bool? ChildCare, bool? ChildLeave, bool? SickChildLeave, string Remarks);
