using Legator.Core.Policy;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.UserPolicies;

namespace Legator.Core.Tests.Policy;

public sealed class PersonRightsTests
{
    private static readonly Person Bot = new("token:bot", "bot");
    private static readonly PolicyTarget Shop = new("agents", "shop-watch", AutonomyLevel.Observe, ["team=shop"]);

    [Fact]
    public void MayDecide_Unknown_IsDenied() => PersonRights.MayDecide(Bot, null, [], Shop).Allowed.ShouldBeFalse();

    [Fact]
    public void MayDecide_OwnRole_CountsWithoutAPolicy() => PersonRights.MayDecide(Bot, UserRole.Admin, [], Shop).Allowed.ShouldBeTrue();

    [Theory]
    [InlineData(UserRole.Viewer, false)]
    [InlineData(UserRole.Operator, true)]
    [InlineData(UserRole.Admin, true)]
    public void MayDecide_Policy_GivesItsRole(UserRole role, bool allowed) =>
        PersonRights.MayDecide(Bot, null, [Policy("p", role)], Shop).Allowed.ShouldBe(allowed);

    [Fact]
    public void MayDecide_SeveralPolicies_TheStrictestCounts() =>
        PersonRights.MayDecide(Bot, UserRole.Admin, [Policy("a", UserRole.Admin), Policy("b", UserRole.Viewer)], Shop).Allowed.ShouldBeFalse();

    [Fact]
    public void MayDecide_PolicyNotInOrder_KeepsOut() =>
        PersonRights.MayDecide(Bot, UserRole.Admin, [Policy("p", UserRole.Admin) with { Status = new UserPolicyStatus { Ready = false } }], Shop).Allowed.ShouldBeFalse();

    [Theory]
    [InlineData("agents", "shop-*", "team=shop", true)]
    [InlineData("other", "shop-*", "team=shop", false)]
    [InlineData("agents", "bank-*", "team=shop", false)]
    [InlineData("agents", "shop-*", "team=bank", false)]
    public void MayDecide_Scope_MustCoverTheAgent(string place, string agents, string tag, bool allowed)
    {
        var scope = new PolicyScope { Namespaces = [place], Agents = [agents], Tags = [tag] };
        PersonRights.MayDecide(Bot, null, [Policy("p", UserRole.Operator, scope)], Shop).Allowed.ShouldBe(allowed);
    }

    [Theory]
    [InlineData(AutonomyLevel.Observe, true)]
    [InlineData(AutonomyLevel.AutomateSafe, false)]
    [InlineData(null, false)]
    public void MayDecide_MaxAutonomy_KeepsFromAgentsAbove(AutonomyLevel? autonomy, bool allowed) =>
        PersonRights.MayDecide(Bot, null, [Policy("p", UserRole.Operator, new PolicyScope { MaxAutonomy = AutonomyLevel.Recommend })], Shop with { Autonomy = autonomy }).Allowed.ShouldBe(allowed);

    [Fact]
    public void MayRun_WhomNoPolicyNames_May() => PersonRights.MayRun(new Person("token:other", "other"), [Policy("p", UserRole.Viewer)], Shop).Allowed.ShouldBeTrue();

    [Theory]
    [InlineData(UserRole.Viewer, "agents", false)]
    [InlineData(UserRole.Operator, "agents", true)]
    [InlineData(UserRole.Operator, "other", false)]
    public void MayRun_WhomAPolicyNames_OnlyAsItSays(UserRole role, string place, bool allowed) =>
        PersonRights.MayRun(Bot, [Policy("p", role, new PolicyScope { Namespaces = [place] })], Shop).Allowed.ShouldBe(allowed);

    [Fact]
    public void MayRun_PolicyNotInOrder_KeepsOut() =>
        PersonRights.MayRun(Bot, [Policy("p", UserRole.Admin) with { Status = new UserPolicyStatus { Ready = false } }], Shop).Allowed.ShouldBeFalse();

    private static UserPolicy Policy(string name, UserRole role, PolicyScope? scope = null) => new()
    {
        Metadata = new ObjectMeta { Name = name, Generation = 1 },
        Spec = new UserPolicySpec { Subjects = [new SubjectMatch { Claim = SubjectClaim.Sub, Value = "token:b*" }], Role = role, Scope = scope },
        Status = new UserPolicyStatus { Ready = true, ObservedGeneration = 1 },
    };
}
