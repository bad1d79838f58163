namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>What a found text tells of a person.</summary>
public enum IdentifierKind
{
    /// <summary>氏名・呼び名, of the person or of anybody around them.</summary>
    Name,

    Phone,
    Mail,

    /// <summary>番号: of a document, an account, a case, a postal code.</summary>
    Number,

    /// <summary>区より細かい場所, or a town outside the city.</summary>
    Place,

    /// <summary>学校・園</summary>
    School,

    /// <summary>勤め先・会社・店・病院</summary>
    Employer,

    /// <summary>関係機関</summary>
    Office,

    /// <summary>従事者</summary>
    Staff,

    Date,

    /// <summary>年齢・学年</summary>
    Age,

    /// <summary>子どもの人数, from three on.</summary>
    Children,

    /// <summary>本人について以前に決めた言葉</summary>
    Learnt,
}

/// <summary>The names shown on screen, and the words that stand for a text of a kind.</summary>
public static class IdentifierKinds
{
    extension(IdentifierKind kind)
    {
        public string InJapanese => kind switch
        {
            IdentifierKind.Name => "名前",
            IdentifierKind.Phone => "電話番号",
            IdentifierKind.Mail => "メールアドレス",
            IdentifierKind.Number => "番号",
            IdentifierKind.Place => "場所",
            IdentifierKind.School => "学校・園",
            IdentifierKind.Employer => "勤め先・店・病院",
            IdentifierKind.Office => "関係機関",
            IdentifierKind.Staff => "従事者",
            IdentifierKind.Date => "日付",
            IdentifierKind.Age => "年齢・学年",
            IdentifierKind.Children => "子どもの人数",
            IdentifierKind.Learnt => "前に決めた言葉",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>The replacement where nothing closer can be said.</summary>
        public string Anonymous => kind switch
        {
            IdentifierKind.Name => "Ａ",
            IdentifierKind.Phone => "（電話番号）",
            IdentifierKind.Mail => "（メールアドレス）",
            IdentifierKind.Number => "（番号）",
            IdentifierKind.Place => "市内",
            IdentifierKind.School => "学校",
            IdentifierKind.Employer => "勤め先",
            IdentifierKind.Office => "関係機関",
            IdentifierKind.Staff => "担当者",
            IdentifierKind.Date => "その頃",
            IdentifierKind.Age => "（年齢）",
            IdentifierKind.Children => "3人以上",
            _ => "（伏せる）",
        };
    }
}
