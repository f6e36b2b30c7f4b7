using Legator.Core.Resources.Agents;
using Legator.Core.Resources.UserPolicies;

namespace Legator.Core.Tests.Fields;

public sealed class UserPolicyFieldsTests
{
    [Theory]
    [InlineData(UserRole.Viewer, null, true)]
    [InlineData(UserRole.Viewer, AutonomyLevel.Observe, true)]
    [InlineData(UserRole.Viewer, AutonomyLevel.Recommend, false)]
    [InlineData(UserRole.Operator, AutonomyLevel.AutomateSafe, true)]
    [InlineData(UserRole.Operator, AutonomyLevel.AutomateDestructive, false)]
    [InlineData(UserRole.Admin, AutonomyLevel.AutomateDestructive, true)]
    public void Of_RoleAndAutonomy_FollowTheRules(UserRole role, AutonomyLevel? highest, bool valid) =>
        UserPolicyFields.Of(Policy("a@example.com", role, highest)).Count.ShouldBe(valid ? 0 : 1);

    [Fact]
    public void Of_BlankSubject_NamesIt() =>
        UserPolicyFields.Of(Policy(" ", UserRole.Viewer, null)).ShouldHaveSingleItem().ShouldStartWith("spec.subjects[0].value:");

    [Fact]
    public void Of_NoSubject_IsRefused() =>
        UserPolicyFields.Of(new UserPolicySpec { Subjects = [], Role = UserRole.Admin }).ShouldHaveSingleItem().ShouldStartWith("spec.subjects:");

    private static UserPolicySpec Policy(string subject, UserRole role, AutonomyLevel? highest) => new()
    {
        Subjects = [new SubjectMatch { Claim = SubjectClaim.Email, Value = subject }],
        Role = role,
        Scope = new PolicyScope { MaxAutonomy = highest },
    };
}
