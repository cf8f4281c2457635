# Public data sets of the survival package: survreg where it has the family, else optim from 15 to 72 starts. The table that is kept holds ten of the sets.
suppressMessages(library(survival)); set.seed(1)
D<-list()
add<-function(n,t,s){k<-!is.na(t)&!is.na(s)&t>0; D[[n]]<<-data.frame(set=n,t=t[k],s=as.integer(s[k]))}
add("lung",lung$time,lung$status==2); add("veteran",veteran$time,veteran$status); add("ovarian",ovarian$futime,ovarian$fustat)
add("pbc",pbc$time,pbc$status==2); c2<-colon[colon$etype==2,]; add("colon",c2$time,c2$status); add("kidney",kidney$time,kidney$status)
add("rats",rats$time,rats$status); add("mgus",mgus$futime,mgus$death); add("mgus2",mgus2$futime,mgus2$death); add("gbsg",gbsg$rfstime,gbsg$status)
add("rotterdam",rotterdam$dtime,rotterdam$death); add("jasa",jasa$futime,jasa$fustat); add("retinopathy",retinopathy$futime,retinopathy$status)
add("diabetic",diabetic$time,diabetic$status); add("myeloid",myeloid$futime,myeloid$death); add("aml1",aml$time[1:11],aml$status[1:11]); add("aml2",aml$time[12:23],aml$status[12:23])
g<-read.csv("gehan.csv"); add("g6MP",g$time[g$group=="6MP"],g$status[g$group=="6MP"]); add("gctl",g$time[g$group!="6MP"],g$status[g$group!="6MP"])
fl<-flchain[seq(1,7874,8),]; add("flchain8",fl$futime,fl$death); add("nwtco",nwtco$edrel[1:1500],nwtco$rel[1:1500])
write.csv(do.call(rbind,D),"parametric_public.csv",row.names=FALSE,quote=FALSE)
gg<-function(t,th){mu<-th[1];s<-exp(th[2]);Q<-th[3];w<-(log(t)-mu)/s
 if(abs(Q)<1e-3) return(list(pnorm(w,lower=FALSE,log=TRUE),dnorm(w,log=TRUE)-log(s*t)))
 a<-1/Q^2;u<-a*exp(Q*w); list(pgamma(u,a,lower.tail=Q<0,log.p=TRUE), log(abs(Q))-log(s)-log(t)+dgamma(u,a,log=TRUE)+log(u))}
wb<-function(t,th) list(pweibull(t,exp(th[1]),exp(th[2]),lower=FALSE,log=TRUE),dweibull(t,exp(th[1]),exp(th[2]),log=TRUE))
ex<-function(t,th) list(-exp(th)*t,th-exp(th)*t)
gz<-function(t,th){H<-if(abs(th[1])<1e-12) exp(th[2])*t else exp(th[2])*expm1(th[1]*t)/th[1]; list(-H,th[2]+th[1]*t-H)}
cure<-function(b) function(t,th){p<-plogis(th[1]);r<-b(t,th[-1]); list(log(p+(1-p)*exp(r[[1]])),plogis(-th[1],log.p=TRUE)+r[[2]])}
nll<-function(th,fam,t,s){if(any(abs(th)>60)) return(1e10); r<-fam(t,th); v<-sum(ifelse(s==1,r[[2]],r[[1]])); if(is.finite(v)) -v else 1e10}
opt<-function(fn,st,t,s,box=NULL){best<-list(value=1e11); for(p in st){ if(nll(p,fn,t,s)>=1e10) next; o<-try({o<-optim(p,nll,fam=fn,t=t,s=s,control=list(maxit=3000,reltol=1e-13)); optim(o$par,nll,fam=fn,t=t,s=s,control=list(maxit=3000,reltol=1e-13))},silent=TRUE); if(!inherits(o,"try-error")&&o$value<best$value) best<-o}; best}
out<-NULL
for(n in names(D)){t<-D[[n]]$t;s<-D[[n]]$s; r<-log(sum(s)/sum(t)); m<-mean(log(t[s==1])); sd1<-log(sd(log(t[s==1])))
 for(d in c("exponential","weibull","lognormal","loglogistic")) out<-rbind(out,data.frame(set=n,model=d,ll=survreg(Surv(t,s)~1,dist=d,control=survreg.control(rel.tolerance=1e-13,maxiter=200))$loglik[1],p=""))
 gs<-list();for(q in c(-4,-2,-1,-.3,.3,1,2,4)) for(dm in c(0,.7)) for(ds in c(-.7,0,.7)) gs<-c(gs,list(c(m+dm,sd1+ds,q)))
 if(length(t)>1000) gs<-gs[seq(1,length(gs),3)]
 o<-opt(gg,gs,t,s); out<-rbind(out,data.frame(set=n,model="gengamma",ll=-o$value,p=paste(signif(o$par,4),collapse=" ")))
 T<-max(t)
 f<-function(th,fam,t,s) nll(c(th[1]/T,th[2]),gz,t,s); b<-1e10; for(k in c(-5,-1,0,1,5)){o<-optim(c(k,r),f,fam=0,t=t,s=s,control=list(maxit=3000,reltol=1e-14)); b<-min(b,o$value)}
 out<-rbind(out,data.frame(set=n,model="gompertz",ll=-b,p=""))
 cs<-list();for(z in c(-3,-1,0,1,3)) for(k in c(-.3,.3,1)) for(l in c(-1,0,.7)) cs<-c(cs,list(c(z,k,m+l))); if(length(t)>1000) cs<-cs[seq(1,length(cs),2)]
 o<-opt(cure(wb),cs,t,s); out<-rbind(out,data.frame(set=n,model="cure_weibull",ll=-o$value,p=paste(signif(o$par,4),collapse=" ")))
 o<-opt(cure(ex),lapply(c(-3,-1,0,1,3),function(z) c(z,-m)),t,s); out<-rbind(out,data.frame(set=n,model="cure_exponential",ll=-o$value,p=paste(signif(o$par,4),collapse=" ")))
}
out$ll<-formatC(out$ll,digits=14,format="g"); write.csv(out,"parametric_public_fits.csv",row.names=FALSE,quote=FALSE)
