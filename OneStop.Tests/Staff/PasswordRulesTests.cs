using OneStop.Domain.Staff;

namespace OneStop.Tests.Staff;

/// <summary>Which passwords are refused, wherever one is set.</summary>
public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("PassWord12345678")]
    [InlineData("p@ssw0rd!p@ssw0rd!")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４５")] // full-width letters count as letters
    [InlineData("123456789012")]
    [InlineData("qwertyuiop[]")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("abcdefghijkl")]
    [InlineData("lkjihgfedcba")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("kumakumakuma")]
    [InlineData("fukuoka2026!")]
    [InlineData("onestop-demo-2026")]
    [InlineData("sakura-sakura")]
    [InlineData("tanaka19850412")]
    [InlineData("welcome-to-fukuoka")]
    [InlineData("midori.aoba.2026")] // the member's own names
    [InlineData("counselor-aoba")]
    [InlineData("1q2w3e4r5t6y")] // two rows of keys in turn
    [InlineData("a1b2c3d4e5f6")]
    [InlineData("q1w2e3r4t5y6")]
    [InlineData("superman1234")]
    [InlineData("michael12345")]
    [InlineData("trustno1trustno1")]
    [InlineData("liverpool2024")]
    [InlineData("jennifer-ashley")]
    [InlineData("starwars99999")]
    [InlineData("yokohamabaystars")]
    [InlineData("ichigo-banana")]
    [InlineData("drowssap4321")] // reversed
    [InlineData("\uFFFEpassword1234")]
    public void What_is_tried_first_is_refused(string password) => Assert.Contains("よく使われる言葉", PasswordRules.FaultOf(password, "aoba", "青葉 みどり", "midori"));

    [Theory]
    [InlineData("a-long-test-password")]
    [InlineData("long-enough-password")]
    [InlineData("x7$Kp2!mQ9#z")]
    [InlineData("傘立ての上で眠る茶色の猫たち")]
    [InlineData("kasatate-neko-mikan")]
    [InlineData("83051749263816")]
    [InlineData("correct horse battery staple")]
    [InlineData("雨の日は傘を三本もって行く")]
    [InlineData("midnight-otter-violin-42")]
    [InlineData("tsukue no ue no hasami")]
    [InlineData("Vk4-rr9-Wq2-zz7")]
    [InlineData("\uFFFE傘立ての上で眠る茶色の猫たち")]
    public void What_nobody_would_try_first_is_taken(string password) => Assert.Null(PasswordRules.FaultOf(password, "aoba", "青葉 みどり"));

    [Theory]
    [InlineData("x7$Kp2!mQ9#", "12文字以上")]
    [InlineData("", "12文字以上")]
    public void A_short_one_is_refused(string password, string says) => Assert.Contains(says, PasswordRules.FaultOf(password));

    [Fact]
    public void One_without_end_is_refused() => Assert.Contains("200文字まで", PasswordRules.FaultOf(string.Concat(Enumerable.Repeat("kasatate-neko-mikan ", 11))));
}
