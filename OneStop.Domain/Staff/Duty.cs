namespace OneStop.Domain.Staff;

/// <summary>
/// A duty of staff, which decides what a person may do. A person can hold several; <see cref="AllowedAttribute"/> on desks says what they may call.
/// </summary>
public enum Duty
{
    /// <summary>キャリアカウンセラー（仕様書 7(2)①）</summary>
    Counselor,

    /// <summary>策定員（7(2)②）</summary>
    Planner,

    /// <summary>職業紹介担当（7(2)③）</summary>
    PlacementOfficer,

    /// <summary>開拓担当（7(2)④）</summary>
    OutreachOfficer,

    /// <summary>定着支援担当（7(2)⑤）</summary>
    RetentionOfficer,

    /// <summary>業務責任者・個人情報取扱責任者</summary>
    Manager,

    /// <summary>福岡市（監督員）: aggregates and anonymised records only, never a person.</summary>
    City,

    /// <summary>システム管理者: accounts, networks, LINE channel, backups; no case contents.</summary>
    Administrator,
}

/// <summary>The names shown on screen.</summary>
public static class Duties
{
    extension(Duty duty)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => duty switch
        {
            Duty.Counselor => "キャリアカウンセラー",
            Duty.Planner => "策定員",
            Duty.PlacementOfficer => "職業紹介担当",
            Duty.OutreachOfficer => "開拓担当",
            Duty.RetentionOfficer => "定着支援担当",
            Duty.Manager => "業務責任者",
            Duty.City => "福岡市",
            Duty.Administrator => "システム管理者",
            _ => throw new ArgumentOutOfRangeException(nameof(duty)),
        };

        /// <summary>
        /// Whether the duty may see people who are supported. Not the City, not administrators, and not outreach, which deals with employers only
        /// (特記事項 4: 最小限の権限).
        /// </summary>
        public bool SeesPeople => duty is not (Duty.City or Duty.Administrator or Duty.OutreachOfficer);

        /// <summary>
        /// Whether the duty may see what support knows of a person: household money, debts, health, origin. Placement, retention and outreach alone may
        /// not (職業安定法 5条の5, 指針 告示141号).
        /// </summary>
        public bool SeesSupport => duty is Duty.Counselor or Duty.Planner or Duty.Manager;
    }
}
