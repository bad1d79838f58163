namespace OneStop.Portal.SignIn;

/// <summary>What is typed where a password is set.</summary>
public sealed class NewPassword
{
    /// <summary>The one until now, where somebody changes their own.</summary>
    public string? Before { get; set; }

    public string? Password { get; set; }
    public string? Again { get; set; }

    /// <summary>Why it cannot be taken as it was typed; null if it can.</summary>
    public string? Fault => Password == Again ? null : "確認の欄が、新しいパスワードと同じではありません。もう一度入力してください。";
}
