using OneStop.Domain.Clients.Facts;

namespace OneStop.Tests.Clients.Facts;

/// <summary>Facts in words, and what differs between two values of a group.</summary>
public sealed class FactWordsTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public void Hours_are_said_in_hours_and_amounts_in_yen()
    {
        Assert.Equal([new("週の時間", "24時間"), new("時給", "1,150円"), new("雇用保険の加入", "なし"), new("これまでの仕事（本人の言葉）", "食堂で3年")],
            FactWords.Rows(new WorkFacts { WeeklyHours = 24, HourlyWage = 1150, HasEmploymentInsurance = false, Career = "食堂で3年" }, Today));
        Assert.Equal([new("家賃・住居費の月額", "0円"), new("月の支出のめやす", "165,000円")], FactWords.Rows(new MoneyFacts { Rent = 0, Spending = 165_000 }, Today));
        Assert.Equal([new("住まい", "公営住宅")], FactWords.Rows(new HouseholdFacts { Housing = Housing.Public }, Today));
        Assert.Equal([new("仕事への気持ち", "今は考えにくい")], FactWords.Rows(new WishFacts { Motivation = Motivation.NotNow }, Today));
    }

    [Fact]
    public void Every_choice_of_every_fact_has_a_name_in_Japanese()
    {
        var choices = from facts in Groups()
                      from field in FactWords.Fields(facts)
                      let type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType
                      where type.IsEnum
                      from value in Enum.GetValues(type).Cast<object>()
                      select (Choice: $"{type.Name}.{value}", Said: FactWords.Say(field, value, Today));
        Assert.NotEmpty(choices);
        Assert.All(choices, c => Assert.DoesNotMatch("^[A-Za-z]*$", c.Said));
    }

    [Fact]
    public void Rows_that_differ_are_given_with_both_values_in_the_order_of_the_form()
    {
        var before = new WorkFacts { Form = WorkForm.PartTime, WeeklyHours = 20, MonthlyIncome = 90_000, HasSecondJob = true, OwnWords = "品出し" };
        var after = before with { WeeklyHours = 30, HourlyWage = 1150, HasSecondJob = null, Form = WorkForm.FixedTerm };
        Assert.Equal([new("働き方", "パート・アルバイト", "契約社員・嘱託"), new("週の時間", "20時間", "30時間"), new("時給", "", "1,150円"), new("かけもち", "あり", "")],
            FactWords.Changes(before, after, Today));
        Assert.Empty(FactWords.Changes(before, before with { }, Today));
    }

    [Fact]
    public void A_list_is_one_row_and_a_birthday_in_between_changes_nothing()
    {
        var before = new HouseholdFacts { Children = [new(2018, "学童")], Housing = Housing.Rented };
        Assert.Equal([new("子ども", "2018年生まれ・学童", "2018年生まれ・学童\n2021年生まれ")],
            FactWords.Changes(before, before with { Children = [new(2018, "学童"), new(2021, "")] }, Today));
        Assert.Empty(FactWords.Changes(before, before with { Children = [new(2018, "学童")] }, Today));
        var born = new IdentityFacts { BirthDate = new(1990, 5, 3) };
        Assert.All([Today, Today.AddYears(1)], day => Assert.Empty(FactWords.Changes(born, born with { }, day)));
    }

    [Fact]
    public void Two_groups_are_not_compared() => Assert.Throws<ArgumentException>(() => FactWords.Changes(new WorkFacts(), new WishFacts(), Today));

    private static IEnumerable<Type> Groups() => typeof(IFacts<>).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }
        && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFacts<>)));
}
