using OneStop.Domain;

namespace OneStop.Portal.HelloWork;

/// <summary>What can go wrong with a delivery of the service.</summary>
internal enum HelloWorkFailure
{
    /// <summary>Id and password are not set.</summary>
    Off,

    /// <summary>It is outside of the service's hours, or the service says so (503).</summary>
    Closed,

    /// <summary>Id and password, or a token, were refused.</summary>
    Refused,

    /// <summary>There was no answer, or not all of it, or one that is an error.</summary>
    Unreachable,

    /// <summary>The answer is not what the service is known to send.</summary>
    Broken,

    /// <summary>Fewer records came than the service has.</summary>
    Incomplete,
}

/// <summary>A delivery failed. Nothing of it may be taken over. The message is a sentence for staff that quotes nothing of the answer.</summary>
internal sealed class HelloWorkTrouble(HelloWorkFailure failure, string sentence) : RuleException(sentence)
{
    public HelloWorkFailure Failure => failure;

    public static HelloWorkTrouble Off() => new(HelloWorkFailure.Off, "ハローワークの情報提供サービスのIDとパスワードが、設定されていません。CSVのファイルから取り込んでください。");

    public static HelloWorkTrouble Closed(DateTimeOffset opensAt) => new(HelloWorkFailure.Closed,
        $"ハローワークの情報提供サービスは、いま止まっています（毎日0時から6時まで、月末は21時30分から）。{JapanTime.Say(opensAt)}よりあとに、もう一度お試しください。");

    public static HelloWorkTrouble Refused() => new(HelloWorkFailure.Refused,
        "ハローワークの情報提供サービスに入れませんでした。IDとパスワード、登録したネットワークを、システム管理者が確かめてください。");

    public static HelloWorkTrouble Unreachable() => new(HelloWorkFailure.Unreachable,
        "ハローワークの情報提供サービスから、終わりまで受け取れませんでした。まだ何も取り込んでいません。しばらくしてから、もう一度お試しください。");

    public static HelloWorkTrouble Broken() => new(HelloWorkFailure.Broken,
        "ハローワークの情報提供サービスから、読めない答えが届きました。まだ何も取り込んでいません。続くときは、CSVのファイルから取り込んでください。");

    public static HelloWorkTrouble Incomplete(int expected, int came) => new(HelloWorkFailure.Incomplete,
        $"{expected}件のうち{came}件しか届きませんでした。まだ何も取り込んでいません。しばらくしてから、もう一度お試しください。");
}
